// Imported before everything else: modules of the SDK may read it while they load.
window.SERVER_FLAGS = {
  basePath: '/',
  prometheusBaseURL: '/api/prometheus',
  prometheusTenancyBaseURL: '/api/prometheus-tenancy',
};

export {};

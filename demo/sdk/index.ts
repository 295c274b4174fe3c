// The one stand-in for the console's SDK: Jest and the local console host load it in the place of
// `@openshift-console/dynamic-plugin-sdk`, whose own code runs only inside a console. It has what the
// plugin uses, typed as the SDK types it.

export { consoleFetch, consoleFetchJSON } from './console-fetch';
export { HttpError } from './http-error';
export { useUserPreference } from './user-preference';

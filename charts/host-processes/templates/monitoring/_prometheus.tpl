{{/* Where the Prometheus lives that scrapes the agent. */}}
{{- define "host-processes.prometheusNamespace" -}}
{{- eq .Values.monitoring.stack "platform" | ternary "openshift-monitoring" "openshift-user-workload-monitoring" -}}
{{- end -}}

{{/*
User-workload monitoring refuses monitors that name files of Prometheus, so there all comes from objects of
this namespace. Platform monitoring has the service CA and its client certificate as files only.
*/}}
{{- define "host-processes.tlsConfig" -}}
{{- $platform := eq .Values.monitoring.stack "platform" -}}
serverName: {{ include "host-processes.agent.fullname" . }}.{{ .Release.Namespace }}.svc
{{- if and $platform (not .Values.agent.tls.existingSecret) }}
caFile: /etc/prometheus/configmaps/serving-certs-ca-bundle/service-ca.crt
{{- else }}
ca:
  configMap:
    name: {{ .Values.agent.tls.caConfigMap.name | quote }}
    key: {{ .Values.agent.tls.caConfigMap.key | quote }}
{{- end }}
{{- if .Values.auth.clientCertificates.enabled }}
certFile: /etc/prometheus/secrets/metrics-client-certs/tls.crt
keyFile: /etc/prometheus/secrets/metrics-client-certs/tls.key
{{- end }}
{{- end -}}

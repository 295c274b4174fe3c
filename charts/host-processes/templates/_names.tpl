{{/* Names and labels. Whatever is cluster-scoped has the namespace in its name. */}}

{{- define "host-processes.fullname" -}}
{{- $release := .Release.Name -}}
{{- if not (contains .Chart.Name $release) }}{{ $release = printf "%s-%s" $release .Chart.Name }}{{ end -}}
{{- .Values.fullnameOverride | default $release | trunc 48 | trimSuffix "-" -}}
{{- end -}}

{{- define "host-processes.agent.fullname" -}}
{{- .Values.agent.fullnameOverride | default (printf "%s-agent" (include "host-processes.fullname" .)) | trunc 54 | trimSuffix "-" -}}
{{- end -}}

{{- define "host-processes.plugin.fullname" -}}
{{- printf "%s-plugin" (include "host-processes.fullname" .) -}}
{{- end -}}

{{/* The console finds a plugin by the name in its manifest, so this one is the same in every release. */}}
{{- define "host-processes.plugin.consoleName" -}}
host-processes
{{- end -}}

{{- define "host-processes.scc.name" -}}
{{- $scc := .Values.securityContextConstraints -}}
{{- if or $scc.name (not $scc.create) -}}
{{- $scc.name -}}
{{- else -}}
{{- printf "%s-%s" .Release.Namespace (include "host-processes.agent.fullname" .) -}}
{{- end -}}
{{- end -}}

{{- define "host-processes.agent.tlsSecret" -}}
{{- .Values.agent.tls.existingSecret | default (printf "%s-tls" (include "host-processes.agent.fullname" .)) -}}
{{- end -}}

{{- define "host-processes.agent.bearerSecret" -}}
{{- .Values.auth.existingSecret | default (printf "%s-bearer" (include "host-processes.agent.fullname" .)) -}}
{{- end -}}

{{/* Takes (list $ component). The name is fixed: it becomes the label `job`, which rules know. */}}
{{- define "host-processes.selectorLabels" -}}
{{- $root := index . 0 -}}
app.kubernetes.io/name: host-processes
app.kubernetes.io/instance: {{ $root.Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end -}}

{{- define "host-processes.labels" -}}
{{- $root := index . 0 -}}
{{- $labels := include "host-processes.selectorLabels" . | fromYaml -}}
{{- $_ := set $labels "app.kubernetes.io/part-of" "host-processes" -}}
{{- $_ := set $labels "app.kubernetes.io/managed-by" $root.Release.Service -}}
{{- $_ := set $labels "app.kubernetes.io/version" $root.Chart.AppVersion -}}
{{- $_ := set $labels "helm.sh/chart" (printf "%s-%s" $root.Chart.Name $root.Chart.Version | replace "+" "_") -}}
{{- include "host-processes.mergedLabels" (list $labels $root.Values.commonLabels) -}}
{{- end -}}

{{/* Takes (list labels-of-the-chart labels-of-the-values): selectors depend on the chart's, so they win. */}}
{{- define "host-processes.mergedLabels" -}}
{{- merge (deepCopy (index . 0)) (index . 1) | toYaml -}}
{{- end -}}

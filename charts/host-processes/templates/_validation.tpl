{{/* What the schema cannot see: values that do not fit each other, or not this cluster. One sentence each. */}}

{{- define "host-processes.validateNamespace" -}}
{{- if regexMatch "^(default|kube-.*|openshift)$" .Release.Namespace }}{{ fail (printf "Namespace %q is exempt from SecurityContextConstraints, so the agent's pods would not start there: install with --namespace host-processes --create-namespace." .Release.Namespace) }}{{ end -}}
{{- end -}}

{{- define "host-processes.validateAgent" -}}
{{- include "host-processes.validateNamespace" . -}}
{{- include "host-processes.seconds" (dict "name" "agent.names.forgetAfter" "value" .Values.agent.names.forgetAfter) | trunc 0 -}}
{{- $client := .Values.auth.clientCertificates -}}
{{- if $client.enabled -}}
{{- if ne .Values.monitoring.stack "platform" }}{{ fail "auth.clientCertificates.enabled needs monitoring.stack=platform: Prometheus for user workloads has no client certificate." }}{{ end -}}
{{- if not $client.caConfigMap.name }}{{ fail "auth.clientCertificates.caConfigMap.name is missing: name the ConfigMap of this namespace that holds the CA of client certificates." }}{{ end -}}
{{- end -}}
{{- range .Values.agent.extraArgs -}}
{{- $flag := regexFind "^--?[^=]+" . | trimPrefix "-" | trimPrefix "-" -}}
{{- if has $flag (include "host-processes.agent.ownFlags" $ | fromJsonArray) }}{{ fail (printf "agent.extraArgs has --%s, which the chart sets itself: use the chart's value for it." $flag) }}{{ end -}}
{{- end -}}
{{- end -}}

{{- define "host-processes.validatePlugin" -}}
{{- include "host-processes.validateNamespace" . -}}
{{- if semverCompare "<1.35.0-0" .Capabilities.KubeVersion.Version }}{{ fail (printf "The console plugin needs OpenShift 4.22 (Kubernetes 1.35) or later, and this is Kubernetes %s: set plugin.enabled=false to install the agent alone." .Capabilities.KubeVersion.Version) }}{{ end -}}
{{- $name := include "host-processes.plugin.consoleName" . -}}
{{- with lookup "console.openshift.io/v1" "ConsolePlugin" "" $name -}}
{{- $annotations := .metadata.annotations | default dict -}}
{{- $release := get $annotations "meta.helm.sh/release-name" -}}
{{- $namespace := get $annotations "meta.helm.sh/release-namespace" -}}
{{- if or (ne $release $.Release.Name) (ne $namespace $.Release.Namespace) -}}
{{- $owner := "somebody else" -}}
{{- if $release }}{{ $owner = printf "release %s in namespace %s" $release $namespace }}{{ end -}}
{{- fail (printf "ConsolePlugin %s belongs to %s, and a cluster has only one: set plugin.enabled=false here, or uninstall the other." $name $owner) -}}
{{- end -}}
{{- end -}}
{{- end -}}

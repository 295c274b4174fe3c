{{/* The image that the cluster builds. Another source or base gives another tag, so pods take what they were made for. */}}
{{- define "host-processes.build.tag" -}}
{{- $build := .Values.build -}}
{{- $inputs := list $build.git.uri $build.git.ref $build.builderImage $build.baseImage | toJson | sha256sum | trunc 8 -}}
{{- printf "%s-%s" .Chart.AppVersion $inputs | replace "+" "-" -}}
{{- end -}}

{{- define "host-processes.build.image" -}}
{{- $build := .Values.build -}}
{{- if .Values.image.repository }}{{ fail "build.enabled and image.repository exclude each other: the image is built in the cluster, or it lies somewhere." }}{{ end -}}
{{- if not $build.git.uri }}{{ fail "build.git.uri is missing: name the Git repository of Host Processes that the cluster builds the image from." }}{{ end -}}
{{- printf "image-registry.openshift-image-registry.svc:5000/%s/%s:%s" .Release.Namespace (include "host-processes.fullname" .) (include "host-processes.build.tag" .) -}}
{{- end -}}

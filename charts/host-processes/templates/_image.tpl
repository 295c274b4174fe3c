{{/* What the pods of agent and plugin have in common: the image, its programs, how they are kept small. */}}

{{- define "host-processes.image" -}}
{{- $image := .Values.image -}}
{{- if .Values.build.enabled -}}
{{- include "host-processes.build.image" . -}}
{{- else -}}
{{- if not $image.repository }}{{ fail "image.repository is missing: say where the image of Host Processes lies, for example --set image.repository=registry.example.com/host-processes, or let OpenShift build it with build.enabled=true and build.git.uri." }}{{ end -}}
{{- $registry := .Values.global.imageRegistry | default $image.registry -}}
{{- with $registry }}{{ trimSuffix "/" . }}/{{ end }}{{ $image.repository }}
{{- if $image.digest }}@{{ $image.digest }}{{ else }}:{{ $image.tag | default .Chart.AppVersion }}{{ end -}}
{{- end -}}
{{- end -}}

{{/* Takes (list $ "host-processes-agent"). Where the image keeps its programs. */}}
{{- define "host-processes.program" -}}
/opt/host-processes/{{ index . 1 }}.cjs
{{- end -}}

{{- define "host-processes.imagePullSecrets" -}}
{{- with concat .Values.imagePullSecrets .Values.global.imagePullSecrets -}}
imagePullSecrets:
{{- range . | uniq }}
  - name: {{ . | quote }}
{{- end }}
{{- end -}}
{{- end -}}

{{/* Takes (list $ dict-of-annotations): those of the chart, then those of the values. */}}
{{- define "host-processes.podAnnotations" -}}
{{- $annotations := deepCopy (index . 1) -}}
{{- if (index . 0).Values.workloadPartitioning.enabled }}
{{- $_ := set $annotations "target.workload.openshift.io/management" `{"effect":"PreferredDuringScheduling"}` }}
{{- end -}}
{{- toYaml $annotations -}}
{{- end -}}

{{/*
Takes (list $ path): the text of a file of rules with the values of this release in place of the marked
literals: windows [1m], and whatever stands before a comment such as `# alerts.agentDown.for`.
*/}}
{{- define "host-processes.ruleText" -}}
{{- $root := index . 0 -}}
{{- $text := $root.Files.Get (index . 1) | replace "[1m]" (printf "[%s]" (include "host-processes.ruleWindow" $root)) -}}
{{- range regexFindAll `\S+ # (sampleLimit|alerts\.[.A-Za-z]+)` $text -1 | uniq -}}
{{- $path := splitList " # " . | last -}}
{{- $value := "" -}}
{{- if eq $path "sampleLimit" -}}
{{- $value = include "host-processes.sampleLimit" $root -}}
{{- else -}}
{{- $value = $root.Values.monitoring -}}
{{- range splitList "." $path }}{{ $value = get $value . }}{{ end -}}
{{- if hasSuffix ".for" $path }}{{ include "host-processes.seconds" (dict "name" (printf "monitoring.%s" $path) "value" $value) | trunc 0 }}{{ end -}}
{{- end -}}
{{- $text = replace . (toString $value) $text -}}
{{- end -}}
{{- $text -}}
{{- end -}}

{{/* Takes (list $ alert): the alert with the labels of the values, and with its runbook's address where that is known. */}}
{{- define "host-processes.alert" -}}
{{- $alerts := (index . 0).Values.monitoring.alerts -}}
{{- $alert := deepCopy (index . 1) -}}
{{- $_ := set $alert "labels" (merge $alert.labels $alerts.labels) -}}
{{- with $alerts.runbooks -}}
{{- $_ := set $alert.annotations "runbook_url" (printf "%s/%s" (trimSuffix "/" .) (base $alert.annotations.runbook)) -}}
{{- $_ := unset $alert.annotations "runbook" -}}
{{- end -}}
{{- toYaml $alert -}}
{{- end -}}

{{/* Takes (list $ groups): without the alerts that are not wanted, and without the groups that are empty then. */}}
{{- define "host-processes.ruleGroups" -}}
{{- $root := index . 0 -}}
{{- $alerts := $root.Values.monitoring.alerts -}}
{{- range index . 1 -}}
{{- $rules := list -}}
{{- range .rules -}}
{{- if not .alert -}}
{{- $rules = append $rules . -}}
{{- else if and $alerts.create (not (has .alert $alerts.disabled)) -}}
{{- $rules = append $rules (include "host-processes.alert" (list $root .) | fromYaml) -}}
{{- end -}}
{{- end -}}
{{- if $rules }}
{{ list (dict "name" .name "rules" $rules) | toYaml }}
{{- end -}}
{{- end -}}
{{- end -}}

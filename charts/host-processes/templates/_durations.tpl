{{/* Takes (dict "name" "monitoring.scrapeInterval" "value" "15s") and answers seconds. */}}
{{- define "host-processes.seconds" -}}
{{- if not (regexMatch "^[1-9][0-9]{0,4}[sm]$" .value) }}{{ fail (printf "%s is %q: a whole number of seconds or minutes is expected, such as 15s or 1m." .name .value) }}{{ end -}}
{{- $number := trimAll "sm" .value | int -}}
{{- if hasSuffix "m" .value }}{{ mul $number 60 }}{{ else }}{{ $number }}{{ end -}}
{{- end -}}

{{- define "host-processes.scrapeIntervalSeconds" -}}
{{- include "host-processes.seconds" (dict "name" "monitoring.scrapeInterval" "value" .Values.monitoring.scrapeInterval) -}}
{{- end -}}

{{- define "host-processes.scrapeTimeout" -}}
{{- $interval := include "host-processes.scrapeIntervalSeconds" . | int -}}
{{- $timeout := .Values.monitoring.scrapeTimeout -}}
{{- $seconds := include "host-processes.seconds" (dict "name" "monitoring.scrapeTimeout" "value" $timeout) | int -}}
{{- if gt $seconds $interval }}{{ fail (printf "monitoring.scrapeTimeout is %s, longer than monitoring.scrapeInterval (%s): Prometheus would reject the ServiceMonitor." $timeout .Values.monitoring.scrapeInterval) }}{{ end -}}
{{- $timeout -}}
{{- end -}}

{{/* The window of the rules' rates: with four scrapes in it one may be missed. */}}
{{- define "host-processes.ruleWindow" -}}
{{- $least := include "host-processes.scrapeIntervalSeconds" . | int | mul 4 -}}
{{- $seconds := $least -}}
{{- with .Values.monitoring.rules.window -}}
{{- $seconds = include "host-processes.seconds" (dict "name" "monitoring.rules.window" "value" .) | int -}}
{{- end -}}
{{- if lt (int $seconds) (int $least) }}{{ fail (printf "monitoring.rules.window is %s, less than four times monitoring.scrapeInterval (%s): a missed scrape would leave a gap; leave it empty or set at least %ds." .Values.monitoring.rules.window .Values.monitoring.scrapeInterval $least) }}{{ end -}}
{{- if eq (mod $seconds 60) 0 }}{{ div $seconds 60 }}m{{ else }}{{ $seconds }}s{{ end -}}
{{- end -}}

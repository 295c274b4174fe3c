{{/*
How many series one agent can expose: linear in the budgets of names. The factors are in files/series.yaml,
which `npm run docs` writes from the contract of metrics.
*/}}
{{- define "host-processes.sampleLimit" -}}
{{- $factors := .Files.Get "files/series.yaml" | fromYaml -}}
{{- $names := .Values.agent.names -}}
{{- $most := add (mul $factors.perGroup $names.maxGroups) (mul $factors.perThread $names.maxThreads) $factors.fixed | int -}}
{{- $given := .Values.monitoring.sampleLimit -}}
{{- if kindIs "invalid" $given -}}
{{- $most -}}
{{- else if lt (int $given) $most -}}
{{- fail (printf "monitoring.sampleLimit is %d, but with these agent.names an agent can expose %d series, and Prometheus would drop the whole scrape: leave it empty, or lower agent.names.maxGroups and agent.names.maxThreads." (int $given) $most) -}}
{{- else -}}
{{- int $given -}}
{{- end -}}
{{- end -}}

{{/* The agent's arguments as a list, from the values. */}}
{{- define "host-processes.agent.arguments" -}}
{{- $agent := .Values.agent -}}
- --web.listen-address=:{{ $agent.port }}
- --web.tls-cert-file=/etc/host-processes/tls/tls.crt
- --web.tls-key-file=/etc/host-processes/tls/tls.key
- --web.tls-min-version={{ $agent.tls.minVersion }}
{{- with $agent.tls.ciphers }}
- {{ printf "--web.tls-ciphers=%s" (join "," .) | quote }}
{{- end }}
{{- with .Values.auth.clientCertificates }}
{{- if .enabled }}
- --web.tls-client-ca-file=/etc/host-processes/client-ca/client-ca.crt
- {{ printf "--web.tls-client-names=%s" (join "," .names) | quote }}
{{- end }}
{{- end }}
- --web.bearer-token-file=/etc/host-processes/bearer/token
- --cgroup-root=/host/sys/fs/cgroup
- --scrape-interval={{ include "host-processes.scrapeIntervalSeconds" . }}s
- --names.max-groups={{ int $agent.names.maxGroups }}
- --names.max-threads-per-group={{ int $agent.names.maxThreadsPerGroup }}
- --names.max-threads={{ int $agent.names.maxThreads }}
- --names.forget-after={{ $agent.names.forgetAfter }}
- --descriptors={{ int $agent.descriptors }}
{{- with $agent.reservedCpus | toString }}
- {{ printf "--reserved-cpus=%s" . | quote }}
{{- end }}
{{- if eq $agent.tier "io" }}
- --collector.io=true
- --collector.descriptors=true
{{- end }}
{{- if $agent.config }}
- --config.path=/etc/host-processes/config/config.yaml
{{- end }}
{{- end -}}

{{/* The flags that the chart sets, or relies on as they are: as a JSON list of names. */}}
{{- define "host-processes.agent.ownFlags" -}}
{{- list "web.listen-address" "web.telemetry-path" "web.tls-cert-file" "web.tls-key-file" "web.tls-min-version" "web.tls-ciphers" "web.tls-client-ca-file" "web.tls-client-names" "web.bearer-token-file" "cgroup-root" "scrape-interval" "names.max-groups" "names.max-threads-per-group" "names.max-threads" "names.forget-after" "descriptors" "reserved-cpus" "collector.io" "collector.descriptors" "config.path" | toJson -}}
{{- end -}}

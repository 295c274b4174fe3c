{{/* The Jobs that edit the console's list of plugins, and what they may. */}}

{{/* Takes (list $ "hook"): while the image is being built, what adds the plugin is no hook and has another name. */}}
{{- define "host-processes.hook.name" -}}
{{- printf "%s-%s" (include "host-processes.plugin.fullname" (index . 0)) (index . 1) -}}
{{- end -}}

{{/* Takes (dict "root" $ "name" NAME "annotations" dict): an account, and its one right on one object. */}}
{{- define "host-processes.hook.account" -}}
{{- $root := .root -}}
{{- $clusterName := printf "%s-%s" $root.Release.Namespace .name -}}
{{- $labels := include "host-processes.labels" (list $root "plugin-list") | fromYaml -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ .name }}
  namespace: {{ $root.Release.Namespace }}
  labels:
    {{- toYaml $labels | nindent 4 }}
  {{- with .annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
automountServiceAccountToken: false
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: {{ $clusterName }}
  labels:
    {{- toYaml $labels | nindent 4 }}
  {{- with .annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
rules:
  - apiGroups:
      - operator.openshift.io
    resources:
      - consoles
    resourceNames:
      - cluster
    verbs:
      - get
      - patch
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: {{ $clusterName }}
  labels:
    {{- toYaml $labels | nindent 4 }}
  {{- with .annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: {{ $clusterName }}
subjects:
  - kind: ServiceAccount
    name: {{ .name }}
    namespace: {{ $root.Release.Namespace }}
{{- end -}}

{{/* Takes (dict "root" $ "change" "add" "account" NAME). */}}
{{- define "host-processes.hook.pod" -}}
{{- $root := .root -}}
{{- $plugin := $root.Values.plugin -}}
{{- $annotations := dict -}}
{{- with $plugin.requiredScc }}{{ $_ := set $annotations "openshift.io/required-scc" . }}{{ end -}}
metadata:
  labels:
    {{- include "host-processes.labels" (list $root "plugin-list") | nindent 4 }}
  annotations:
    {{- include "host-processes.podAnnotations" (list $root $annotations) | nindent 4 }}
spec:
  serviceAccountName: {{ .account }}
  automountServiceAccountToken: true
  enableServiceLinks: false
  restartPolicy: Never
  {{- with include "host-processes.imagePullSecrets" $root }}
  {{- . | nindent 2 }}
  {{- end }}
  {{- with $plugin.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $plugin.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  securityContext:
    runAsNonRoot: true
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: {{ .change }}
      image: {{ include "host-processes.image" $root | quote }}
      # At the end the image may be gone from where it was, and is still on the nodes.
      imagePullPolicy: {{ eq .change "remove" | ternary "IfNotPresent" $root.Values.image.pullPolicy }}
      command:
        - node
        - {{ include "host-processes.program" (list $root "host-processes-console-plugin-hook") }}
      args:
        - {{ .change }}
        - {{ include "host-processes.plugin.consoleName" $root }}
      {{- with $plugin.hook.resources }}
      resources:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      securityContext:
        allowPrivilegeEscalation: false
        privileged: false
        readOnlyRootFilesystem: true
        capabilities:
          drop:
            - ALL
      terminationMessagePolicy: FallbackToLogsOnError
{{- end -}}

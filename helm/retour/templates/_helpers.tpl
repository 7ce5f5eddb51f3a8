{{- define "retour.fullname" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 50 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "retour.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "retour.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | quote }}
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{ include "retour.selector" . }}
{{- end -}}

{{- define "retour.image" -}}
{{- printf "%s:%s" .Values.image.repository (.Values.image.tag | default .Chart.AppVersion) -}}
{{- end -}}

{{- define "retour.serviceAccount" -}}
{{- if .Values.serviceAccount.create -}}
{{- .Values.serviceAccount.name | default (include "retour.fullname" .) -}}
{{- else -}}
{{- .Values.serviceAccount.name | default "default" -}}
{{- end -}}
{{- end -}}

{{- define "retour.filesClaim" -}}
{{- .Values.files.existingClaim | default (printf "%s-files" (include "retour.fullname" .)) -}}
{{- end -}}

{{/* Not root, nothing to gain, nothing to write but the two mounts. */}}
{{- define "retour.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: {type: RuntimeDefault}
{{- end -}}

{{- define "retour.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end -}}

{{- define "retour.fromSecret" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef: {name: {{ .secret | quote }}, key: {{ .key }}}
{{- end -}}

{{/* The address with what makes the driver verify the server; refuses one that says otherwise. */}}
{{- define "retour.databaseUrl" -}}
{{- $url := .Values.database.url -}}
{{- if .Values.database.tls.allowPlaintext -}}
{{- $url -}}
{{- else -}}
{{- if regexMatch "[?&]ssl[a-zA-Z]*=" $url -}}
{{- fail "database.url must not set ssl parameters itself: database.tls does. To take the address as it stands, set database.tls.allowPlaintext" -}}
{{- end -}}
{{- $trust := ternary "sslrootcert=/etc/retour/database/ca.crt" "sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory" (ne .Values.database.tls.caSecret "") -}}
{{- printf "%s%ssslmode=verify-full&%s" $url (ternary "&" "?" (contains "?" $url)) $trust -}}
{{- end -}}
{{- end -}}

{{- define "retour.mountsDatabaseCa" -}}
{{- if and .Values.database.tls.caSecret (not .Values.database.tls.allowPlaintext) -}}yes{{- end -}}
{{- end -}}

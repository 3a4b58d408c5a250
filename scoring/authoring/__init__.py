"""Writing forms: versions, files in YAML and as workbooks, what changed, sample figures."""

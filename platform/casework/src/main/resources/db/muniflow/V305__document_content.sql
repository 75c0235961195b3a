create index document_content on muniflow.document (sha256);

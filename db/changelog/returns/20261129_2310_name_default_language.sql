--liquibase formatted sql
--changeset retour:20261129_2310_name_default_language
-- A reason is told in several languages; which of them is read by who reads none, is stored and not left to the order in
-- which jsonb keeps its keys (by length, then by bytes: German before English). English where it is told in it, as the
-- pages around it are; else what such a reader has read so far. A rewrite reaches every tenant's rows.
alter table returns.reason
    add column default_locale text not null default 'en';
alter table returns.reason
    alter column default_locale drop default,
    alter column default_locale type text
        using (case when texts ->> 'en' is not null then 'en' else jsonb_path_query_first(texts, '$.keyvalue().key') #>> '{}' end),
    add constraint ck_reason_default_locale check (texts ->> default_locale is not null);
comment on column returns.reason.default_locale is 'not personal: a language';
--rollback alter table returns.reason drop constraint ck_reason_default_locale, drop column default_locale;

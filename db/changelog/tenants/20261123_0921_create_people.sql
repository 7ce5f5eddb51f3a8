--liquibase formatted sql
--changeset retour:20261123_0921_create_people
create table tenants.person (
    id             uuid        not null constraint pk_person primary key,
    email          text        not null constraint uq_person_email unique,
    name           text        not null,
    password_hash  text        not null,
    epoch          integer     not null default 0,
    totp_seed      bytea,
    totp_confirmed boolean     not null default false,
    totp_last_step bigint      not null default 0,
    last_tenant    uuid,
    created_at     timestamptz not null default now(),
    constraint ck_person_email check (email = lower(email))
);
comment on table tenants.person is 'global: one e-mail may be staff of several tenants';
comment on column tenants.person.email is 'personal: signs in with it';
comment on column tenants.person.name is 'personal: of a member of staff';
comment on column tenants.person.epoch is 'sessions begun in an earlier epoch are over';
comment on column tenants.person.totp_seed is 'sealed';
grant select, insert, update on tenants.person to retour_app;
grant select on tenants.person to retour_door;

create table tenants.membership (
    tenant_id uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id        uuid        not null,
    version   bigint      not null default 0,
    person_id uuid        not null,
    role      text        not null,
    since     timestamptz not null,
    constraint pk_membership primary key (tenant_id, id),
    constraint uq_membership_person_id unique (tenant_id, person_id),
    constraint ck_membership_role check (role in ('OWNER', 'AGENT', 'WAREHOUSE', 'VIEWER'))
);
select infra.own_by_tenant('tenants.membership');
select infra.let_door_read('tenants.membership');

create table tenants.invitation (
    tenant_id   uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id          uuid        not null,
    version     bigint      not null default 0,
    email       text        not null,
    role        text        not null,
    invited_at  timestamptz not null,
    expires_at  timestamptz not null,
    accepted_at timestamptz,
    revoked_at  timestamptz,
    constraint pk_invitation primary key (tenant_id, id),
    constraint ck_invitation_role check (role in ('OWNER', 'AGENT', 'WAREHOUSE', 'VIEWER'))
);
create index ix_invitation_email on tenants.invitation (tenant_id, email);
comment on column tenants.invitation.email is 'personal: of the person invited';
select infra.own_by_tenant('tenants.invitation');

create table tenants.sign_up (
    id            uuid        not null constraint pk_sign_up primary key,
    email         text        not null,
    name          text        not null,
    password_hash text        not null,
    slug          text        not null,
    business      jsonb       not null,
    expires_at    timestamptz not null
);
create index ix_sign_up_slug on tenants.sign_up (slug);
create index ix_sign_up_expires_at on tenants.sign_up (expires_at);
comment on table tenants.sign_up is 'global: an account asked for and not yet confirmed has no tenant; gone after a day';
comment on column tenants.sign_up.email is 'personal: of the person who signs up';
comment on column tenants.sign_up.name is 'personal: of the person who signs up';
grant select, insert, delete on tenants.sign_up to retour_app;

create table tenants.one_time_token (
    hash       bytea       not null constraint pk_one_time_token primary key,
    purpose    text        not null,
    subject    uuid        not null,
    tenant_id  uuid,
    expires_at timestamptz not null,
    constraint ck_one_time_token_purpose check (purpose in ('CONFIRM', 'RESET', 'INVITE'))
);
create index ix_one_time_token_subject on tenants.one_time_token (subject);
create index ix_one_time_token_expires_at on tenants.one_time_token (expires_at);
comment on table tenants.one_time_token is 'global: links in mails are opened before a tenant is known; hashed, gone when used';
grant select, insert, delete on tenants.one_time_token to retour_app;

create table tenants.account_mail (
    id          uuid        not null constraint pk_account_mail primary key,
    kind        text        not null,
    recipient   text        not null,
    sealed      bytea,
    state       text        not null default 'QUEUED',
    attempts    integer     not null default 0,
    next_try_at timestamptz not null,
    last_error  text,
    created_at  timestamptz not null,
    constraint ck_account_mail_state check (state in ('QUEUED', 'SENT', 'FAILED'))
);
create index ix_account_mail_due on tenants.account_mail (next_try_at) where state = 'QUEUED';
comment on table tenants.account_mail is 'global: mails about sign-up and sign-in have no tenant; emptied once sent, gone after thirty days';
comment on column tenants.account_mail.recipient is 'personal: address of a member of staff';
comment on column tenants.account_mail.sealed is 'link and names, sealed; null once sent';
grant select, insert, update, delete on tenants.account_mail to retour_app;
--rollback drop table tenants.account_mail, tenants.one_time_token, tenants.sign_up, tenants.invitation, tenants.membership, tenants.person;

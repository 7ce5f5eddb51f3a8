--liquibase formatted sql
--changeset retour:20261123_1340_say_what_is_not_personal
comment on column returns.return_authorization.slip_code is 'not personal: an opaque code on the return slip';
comment on column returns.return_item.comment_wanted is 'not personal: whether words are wanted';
comment on column returns.evidence_request.comment_wanted is 'not personal: whether words are wanted';
comment on column returns.evidence_request.message is 'personal: free text of the team to the shopper';
comment on column returns.receipt_line.note is 'personal: free text of the warehouse';
--rollback comment on column returns.return_authorization.slip_code is null;

--liquibase formatted sql
--changeset retour:20261130_0722_blank_words_of_returns splitStatements:false
grant update (because) on returns.item_judgement to retour_app;
grant update (said) on returns.return_step to retour_app;
comment on column returns.item_judgement.because is 'personal: of a person''s decision their own words, which may name the shopper';
comment on column returns.return_item.because is 'personal: as returns.item_judgement.because';
comment on column returns.return_item.decision_reason is 'personal: of a person''s decision their own words to the shopper';
comment on column returns.return_authorization.closed_because is 'personal: words of who closed it';
comment on column returns.discrepancy.settlement is 'personal: words of who settled it';
--rollback revoke update (because) on returns.item_judgement from retour_app;
--rollback revoke update (said) on returns.return_step from retour_app;

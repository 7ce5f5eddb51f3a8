--liquibase formatted sql
--changeset retour:20261130_1410_close_sets_of_words runInTransaction:false
-- Columns that hold the names of an enum take these and no other. Statement by statement, so that no table waits for
-- another: the constraint comes in an instant, and what is there is read while everybody goes on. Cut off, it begins again.
alter table returns.reason
    drop constraint if exists ck_reason_reason_group,
    add constraint ck_reason_reason_group check (reason_group in ('SIZE', 'DEFECT', 'WRONG_ITEM', 'CHANGED_MIND',
        'DAMAGED_IN_TRANSIT', 'OTHER')) not valid;
alter table returns.return_settings
    drop constraint if exists ck_return_settings_resolutions,
    add constraint ck_return_settings_resolutions check (resolutions <@ array['REFUND', 'EXCHANGE', 'STORE_CREDIT']) not
        valid,
    drop constraint if exists ck_return_settings_refund_outbound_shipping,
    add constraint ck_return_settings_refund_outbound_shipping check (refund_outbound_shipping in ('NEVER',
        'FULL_RETURN', 'DEFECT', 'ALWAYS')) not valid,
    drop constraint if exists ck_return_settings_return_shipping,
    add constraint ck_return_settings_return_shipping check (return_shipping in ('MERCHANT', 'DEDUCTED', 'SHOPPER')) not
        valid;
alter table returns.return_item
    drop constraint if exists ck_return_item_resolution,
    add constraint ck_return_item_resolution check (resolution in ('REFUND', 'EXCHANGE', 'STORE_CREDIT')) not valid,
    drop constraint if exists ck_return_item_decision,
    add constraint ck_return_item_decision check (decision in ('IN_REVIEW', 'WAITING_FOR_SHOPPER', 'APPROVED',
        'REJECTED', 'CANCELED', 'EXPIRED')) not valid,
    drop constraint if exists ck_return_item_decided_by,
    add constraint ck_return_item_decided_by check (decided_by in ('STAFF', 'SHOPPER', 'INTEGRATOR', 'POLICY',
        'CARRIER', 'WAREHOUSE', 'CLOCK', 'SYSTEM')) not valid,
    drop constraint if exists ck_return_item_fee_kind,
    add constraint ck_return_item_fee_kind check (fee_kind in ('NONE', 'FLAT', 'PERCENT')) not valid,
    drop constraint if exists ck_return_item_fee_per,
    add constraint ck_return_item_fee_per check (fee_per in ('UNIT', 'ITEM', 'RETURN')) not valid,
    drop constraint if exists ck_return_item_return_shipping,
    add constraint ck_return_item_return_shipping check (return_shipping in ('MERCHANT', 'DEDUCTED', 'SHOPPER')) not
        valid,
    drop constraint if exists ck_return_item_refund_moment,
    add constraint ck_return_item_refund_moment check (refund_moment in ('APPROVAL', 'FIRST_SCAN', 'DELIVERY',
        'RECEIPT', 'INSPECTION')) not valid;
alter table returns.item_judgement
    drop constraint if exists ck_item_judgement_decision,
    add constraint ck_item_judgement_decision check (decision in ('IN_REVIEW', 'WAITING_FOR_SHOPPER', 'APPROVED',
        'REJECTED', 'CANCELED', 'EXPIRED')) not valid,
    drop constraint if exists ck_item_judgement_actor_kind,
    add constraint ck_item_judgement_actor_kind check (actor_kind in ('STAFF', 'SHOPPER', 'INTEGRATOR', 'POLICY',
        'CARRIER', 'WAREHOUSE', 'CLOCK', 'SYSTEM')) not valid;
alter table returns.return_step
    drop constraint if exists ck_return_step_actor_kind,
    add constraint ck_return_step_actor_kind check (actor_kind in ('STAFF', 'SHOPPER', 'INTEGRATOR', 'POLICY',
        'CARRIER', 'WAREHOUSE', 'CLOCK', 'SYSTEM')) not valid;
alter table returns.evidence_request
    drop constraint if exists ck_evidence_request_state,
    add constraint ck_evidence_request_state check (state in ('WANTED', 'GIVEN', 'EXPIRED', 'WITHDRAWN')) not valid;
alter table returns.reverse_shipment
    drop constraint if exists ck_reverse_shipment_state,
    add constraint ck_reverse_shipment_state check (state in ('NOT_REQUIRED', 'AWAITING_LABEL', 'LABEL_READY',
        'IN_TRANSIT', 'DELIVERED', 'EXCEPTION', 'LOST')) not valid;
alter table returns.receipt_line
    drop constraint if exists ck_receipt_line_grade,
    add constraint ck_receipt_line_grade check (grade in ('AS_NEW', 'OPENED', 'USED', 'DAMAGED', 'DEFECTIVE',
        'WRONG_ITEM')) not valid,
    drop constraint if exists ck_receipt_line_disposition,
    add constraint ck_receipt_line_disposition check (disposition in ('RESTOCKED', 'REFURBISHED', 'RECYCLED', 'DONATED',
        'SCRAPPED', 'SENT_BACK', 'MISSING')) not valid;
alter table returns.discrepancy
    drop constraint if exists ck_discrepancy_kind,
    add constraint ck_discrepancy_kind check (kind in ('DELIVERED_NOT_SCANNED', 'SCANNED_NOT_DELIVERED', 'SHORT',
        'OVER', 'UNKNOWN_ITEM', 'NO_MOVEMENT', 'LABEL_UNUSED', 'REFUNDED_NOT_RECEIVED', 'ARRIVED_UNAPPROVED',
        'ANOTHERS_PARCEL')) not valid;
alter table returns.refund
    drop constraint if exists ck_refund_state,
    add constraint ck_refund_state check (state in ('ESTIMATED', 'DUE', 'ISSUING', 'ISSUED', 'FAILED', 'CANCELED')) not
        valid;
alter table returns.fee
    drop constraint if exists ck_fee_kind,
    add constraint ck_fee_kind check (kind in ('ITEM', 'TAX', 'OUTBOUND_SHIPPING', 'SHIPPING_TAX', 'RESTOCKING_FEE',
        'LABEL_FEE', 'BONUS', 'ADJUSTMENT', 'GOODWILL', 'CEILING', 'NOT_PAID', 'NOT_CHARGED')) not valid;
alter table returns.staff_task
    drop constraint if exists ck_staff_task_kind,
    add constraint ck_staff_task_kind check (kind in ('SEND_REPLACEMENT', 'GIVE_STORE_CREDIT', 'UNKNOWN_PARCEL')) not
        valid;
alter table returns.reason validate constraint ck_reason_reason_group;
alter table returns.return_settings validate constraint ck_return_settings_resolutions, validate constraint ck_return_settings_refund_outbound_shipping, validate constraint ck_return_settings_return_shipping;
alter table returns.return_item validate constraint ck_return_item_resolution, validate constraint ck_return_item_decision, validate constraint ck_return_item_decided_by, validate constraint ck_return_item_fee_kind, validate constraint ck_return_item_fee_per, validate constraint ck_return_item_return_shipping, validate constraint ck_return_item_refund_moment;
alter table returns.item_judgement validate constraint ck_item_judgement_decision, validate constraint ck_item_judgement_actor_kind;
alter table returns.return_step validate constraint ck_return_step_actor_kind;
alter table returns.evidence_request validate constraint ck_evidence_request_state;
alter table returns.reverse_shipment validate constraint ck_reverse_shipment_state;
alter table returns.receipt_line validate constraint ck_receipt_line_grade, validate constraint ck_receipt_line_disposition;
alter table returns.discrepancy validate constraint ck_discrepancy_kind;
alter table returns.refund validate constraint ck_refund_state;
alter table returns.fee validate constraint ck_fee_kind;
alter table returns.staff_task validate constraint ck_staff_task_kind;
--rollback alter table returns.reason drop constraint if exists ck_reason_reason_group;
--rollback alter table returns.return_settings drop constraint if exists ck_return_settings_resolutions, drop constraint if exists ck_return_settings_refund_outbound_shipping, drop constraint if exists ck_return_settings_return_shipping;
--rollback alter table returns.return_item drop constraint if exists ck_return_item_resolution, drop constraint if exists ck_return_item_decision, drop constraint if exists ck_return_item_decided_by, drop constraint if exists ck_return_item_fee_kind, drop constraint if exists ck_return_item_fee_per, drop constraint if exists ck_return_item_return_shipping, drop constraint if exists ck_return_item_refund_moment;
--rollback alter table returns.item_judgement drop constraint if exists ck_item_judgement_decision, drop constraint if exists ck_item_judgement_actor_kind;
--rollback alter table returns.return_step drop constraint if exists ck_return_step_actor_kind;
--rollback alter table returns.evidence_request drop constraint if exists ck_evidence_request_state;
--rollback alter table returns.reverse_shipment drop constraint if exists ck_reverse_shipment_state;
--rollback alter table returns.receipt_line drop constraint if exists ck_receipt_line_grade, drop constraint if exists ck_receipt_line_disposition;
--rollback alter table returns.discrepancy drop constraint if exists ck_discrepancy_kind;
--rollback alter table returns.refund drop constraint if exists ck_refund_state;
--rollback alter table returns.fee drop constraint if exists ck_fee_kind;
--rollback alter table returns.staff_task drop constraint if exists ck_staff_task_kind;

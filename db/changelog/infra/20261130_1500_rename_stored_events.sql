--liquibase formatted sql
--changeset retour:20261130_1500_rename_stored_events
-- What was announced before the move and is heard after it goes by its new name.
update event_publication set
    event_type = replace(event_type, 'app.retour.returns.ReturnEvent', 'app.retour.returns.events.ReturnEvent'),
    listener_id = replace(listener_id, 'app.retour.returns.ReturnEvent', 'app.retour.returns.events.ReturnEvent')
where event_type like 'app.retour.returns.ReturnEvent%' or listener_id like '%app.retour.returns.ReturnEvent%';
update parked_publication set
    event_type = replace(event_type, 'app.retour.returns.ReturnEvent', 'app.retour.returns.events.ReturnEvent'),
    listener_id = replace(listener_id, 'app.retour.returns.ReturnEvent', 'app.retour.returns.events.ReturnEvent')
where event_type like 'app.retour.returns.ReturnEvent%' or listener_id like '%app.retour.returns.ReturnEvent%';
--rollback update event_publication set event_type = replace(event_type, 'app.retour.returns.events.ReturnEvent', 'app.retour.returns.ReturnEvent'), listener_id = replace(listener_id, 'app.retour.returns.events.ReturnEvent', 'app.retour.returns.ReturnEvent');
--rollback update parked_publication set event_type = replace(event_type, 'app.retour.returns.events.ReturnEvent', 'app.retour.returns.ReturnEvent'), listener_id = replace(listener_id, 'app.retour.returns.events.ReturnEvent', 'app.retour.returns.ReturnEvent');

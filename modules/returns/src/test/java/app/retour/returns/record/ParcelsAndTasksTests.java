package app.retour.returns.record;

import static app.retour.returns.record.AReturn.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.Refusal;
import app.retour.returns.view.StaffTaskKind;
import app.retour.tracking.ParcelState;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A parcel is where tracking said last; a task is done once. */
class ParcelsAndTasksTests {
    @Property
    void aParcelIsWhereItWasSaidLastAndNewsOnlyWhereThatIsElsewhere(@ForAll @Size(max = 10) List<ParcelState> told) {
        var parcel = new TrackedParcel(UUID.randomUUID(), NOW);
        var was = ParcelState.AWAITING_LABEL;
        for (var i = 0; i < told.size(); i++) {
            var at = NOW.plusSeconds(i);
            assertThat(parcel.moveTo(told.get(i), at)).isEqualTo(told.get(i) != was);
            was = told.get(i);
            assertThat(parcel.state()).isEqualTo(was);
            assertThat(parcel.movedAt()).as("also where it stayed").isEqualTo(at);
        }
    }

    @Test
    void aNumberIsTheSameHoweverItIsWritten() {
        var parcel = new TrackedParcel(UUID.randomUUID(), NOW);
        assertThat(parcel.isNumbered()).isFalse();
        assertThat(parcel.isUnder("JJD0123")).isFalse();
        parcel.travelUnder("DHL", "JJD 0123-45");
        assertThat(parcel.isNumbered()).isTrue();
        assertThat(parcel.isUnder("jjd012345")).isTrue();
        assertThat(parcel.isUnder("JJD012346")).isFalse();
        assertThat(parcel.snapshot())
                .hasToString(
                        "ReturnParcel[shipmentId=%s, state=AWAITING_LABEL, carrier=DHL, trackingNumber=JJD 0123-45, movedAt=null]"
                                .formatted(parcel.id()));
    }

    @Test
    void aDoubtComesAndGoes() {
        var parcel = new TrackedParcel(UUID.randomUUID(), NOW);
        parcel.doubt(true);
        assertThat(parcel.isDoubted()).isTrue();
        parcel.doubt(false);
        assertThat(parcel.isDoubted()).isFalse();
    }

    @Test
    void unitsInAParcelAreThoseOfTheItemAsItWasPacked() {
        var of = AReturn.approved(3);
        var packed = new ParcelItem(UUID.randomUUID(), of.item(1));
        of.item(1).split(1, AReturn.EURO, 2);
        assertThat(packed.quantity()).isEqualTo(3);
        assertThat(packed.itemId()).isEqualTo(of.item(1).id());
        assertThat(packed.returnId()).isEqualTo(of.authorization().id());
    }

    private static StoredStaffTask task() {
        return new StoredStaffTask(
                StaffTaskKind.SEND_REPLACEMENT, UUID.randomUUID(), UUID.randomUUID(), 2, "Send it", NOW);
    }

    @Test
    void aTaskIsDoneOnceAndKeepsWhoDidIt() {
        var task = task();
        task.done("kim", "tracking 7", NOW.plusSeconds(5));
        assertThat(task.isOpen()).isFalse();
        assertThat(task.doneBy()).isEqualTo("kim");
        assertThat(task.snapshot().reference()).isEqualTo("tracking 7");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> task.done("lee", null, NOW))
                .withMessage("This task was done before");
        assertThat(task.doneBy()).isEqualTo("kim");
    }

    @Test
    void aTaskThatIsDroppedSaysSoAndIsNotDoneAfterwards() {
        var task = task();
        task.drop(NOW);
        assertThat(task.snapshot().text()).isEqualTo("Not needed any more: Send it");
        assertThat(task.quantity()).isZero();
        assertThat(task.doneBy()).isNull();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> task.done("kim", null, NOW))
                .withMessage("This task is not needed any more");
    }

    @Test
    void aTaskOfNoReturnNamesNone() {
        var parcel = new StoredStaffTask(StaffTaskKind.UNKNOWN_PARCEL, null, null, 1, "Whose is it", NOW);
        assertThat(parcel.snapshot().returnId()).isNull();
        assertThat(parcel.snapshot().itemId()).isNull();
        assertThat(task().snapshot().returnId()).isNotNull();
    }
}

package app.retour.portal.request;

import java.util.ArrayList;
import java.util.List;

/** The screens of one request in their order; which there are follows from what is answered and what would apply. */
record Journey(List<Screen> screens) {
    /** What they are asked about an item is one step, however many screens that takes: no number is ever jumped. */
    enum Kind {
        ITEMS(1, "items"),
        REASON(2, "reason"),
        RESOLUTION(2, "resolution"),
        EVIDENCE(2, "evidence"),
        CHECK(3, "check");

        private final int step;
        private final String path;

        Kind(int step, String path) {
            this.step = step;
            this.path = path;
        }

        int step() {
            return step;
        }
    }

    /** @param item which of the picked items, from 1; 0 where the screen is about all */
    record Screen(Kind kind, int item) {
        String path() {
            return item == 0 ? "/return/" + kind.path : "/return/" + item + "/" + kind.path;
        }

        static Screen of(Kind kind) {
            return new Screen(kind, 0);
        }
    }

    static Journey of(Draft draft, ShopperOrder.Options options, ShopperOrder.Preview preview) {
        var screens = new ArrayList<Screen>();
        screens.add(Screen.of(Kind.ITEMS));
        for (var number = 1; number <= draft.items().size(); number++) {
            var item = draft.items().get(number - 1);
            screens.add(new Screen(Kind.REASON, number));
            if (item.reason() == null) {
                continue;
            }
            if (ResolutionChoice.isAQuestion(ResolutionChoice.choices(item, options, preview))) {
                screens.add(new Screen(Kind.RESOLUTION, number));
            }
            var wanted = preview.of(item.line());
            if (wanted.isPresent()
                    && (wanted.get().photosWanted() > 0 || wanted.get().commentWanted())) {
                screens.add(new Screen(Kind.EVIDENCE, number));
            }
        }
        screens.add(Screen.of(Kind.CHECK));
        return new Journey(List.copyOf(screens));
    }

    /** The path that follows; the first one when the screen is none of this journey. */
    String after(Screen screen) {
        var at = screens.indexOf(screen);
        return screens.get(Math.min(at + 1, screens.size() - 1)).path();
    }

    String before(Screen screen) {
        var at = screens.indexOf(screen);
        return at <= 0 ? "/order" : screens.get(at - 1).path();
    }
}

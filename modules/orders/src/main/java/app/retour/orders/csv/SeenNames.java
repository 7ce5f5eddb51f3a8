package app.retour.orders.csv;

import java.util.Arrays;

/** Which of many names came before, eight bytes each: a file may hold a million orders. */
final class SeenNames {
    private long[] table = new long[1 << 12];
    private int size;

    /** @return false when it was there already, or, once in many billions, one that hashes alike */
    boolean add(String name) {
        if (size * 2 >= table.length) {
            grow();
        }
        return put(hash(name));
    }

    private boolean put(long hash) {
        var at = (int) (hash >>> 20) & table.length - 1;
        while (table[at] != 0) {
            if (table[at] == hash) {
                return false;
            }
            at = at + 1 & table.length - 1;
        }
        table[at] = hash;
        size++;
        return true;
    }

    private void grow() {
        var before = table;
        table = new long[before.length * 2];
        size = 0;
        Arrays.stream(before).filter(hash -> hash != 0).forEach(this::put);
    }

    private static long hash(String name) {
        var hash = 0xcbf29ce484222325L;
        for (var i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}

package app.retour.files;

import java.util.Arrays;
import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * What a decoder gets to see: some parts of a content, one after another, without a copy. Each read looks at the clock
 * and ends with a part, so that the work between two looks is bounded by what one part can ask for.
 */
final class PictureInput extends ImageInputStreamImpl {
    private final byte[] content;
    private final List<Part> parts;
    private final long[] begins;
    private final long length;
    private final Deadline deadline;

    /** Bytes of the content, from {@code start} on; never none. */
    record Part(int start, int length) {}

    PictureInput(byte[] content, List<Part> parts, Deadline deadline) {
        this.content = content;
        this.parts = parts;
        this.deadline = deadline;
        begins = new long[parts.size()];
        var end = 0L;
        for (var index = 0; index < begins.length; index++) {
            begins[index] = end;
            end += parts.get(index).length();
        }
        length = end;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int start, int most) {
        deadline.check();
        bitOffset = 0;
        if (streamPos >= length) {
            return -1;
        }
        var found = Arrays.binarySearch(begins, streamPos);
        var index = found >= 0 ? found : -found - 2;
        var inside = (int) (streamPos - begins[index]);
        var count = Math.min(most, parts.get(index).length() - inside);
        System.arraycopy(content, parts.get(index).start() + inside, into, start, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return length;
    }
}

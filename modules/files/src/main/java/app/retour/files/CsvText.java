package app.retour.files;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A stream that looks at a CSV file while it passes: refuses what is no UTF-8 text, what holds nothing, and what goes
 * beyond the limit. Holds no more than one block, however large the file.
 */
final class CsvText extends FilterInputStream {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer letters = CharBuffer.allocate(8192);
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private final long most;
    private long passed;

    CsvText(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var read = super.read(into, offset, length);
        if (read > 0) {
            passed += read;
            if (passed > most) {
                throw new UnfitFile(UnfitFile.Reason.TOO_MANY_BYTES, FileKind.IMPORT.mostBytes() / 1_000_000);
            }
            look(into, offset, read);
        } else if (read < 0 && rest.hasRemaining()) {
            throw notText();
        }
        return read;
    }

    private void look(byte[] block, int offset, int length) {
        for (var at = offset; at < offset + length; at++) {
            if (block[at] == 0) {
                throw notText();
            }
        }
        var bytes = ByteBuffer.allocate(rest.remaining() + length)
                .put(rest)
                .put(block, offset, length)
                .flip();
        while (true) {
            letters.clear();
            var state = decoder.decode(bytes, letters, false);
            if (state.isError()) {
                throw notText();
            }
            if (state.isUnderflow()) {
                break;
            }
        }
        rest = bytes.slice();
    }

    private static Refusal notText() {
        return new Refusal(
                ErrorCode.INVALID,
                "This is no CSV file in UTF-8; export it again, or save it as \"CSV UTF-8 (comma delimited)\"",
                "file");
    }
}

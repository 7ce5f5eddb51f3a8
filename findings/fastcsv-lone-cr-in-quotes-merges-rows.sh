#!/usr/bin/env bash
# FastCSV 4.1.0 (de.siegmar:fastcsv), CsvReader.
# Behaviour: after a quoted field that holds a lone carriage return (a line break of a pasted address), the field itself is
#   lost and the row that follows is appended to its row. With allowExtraFields(true), as a reader of foreign files sets
#   it, nothing is thrown: a row is missing and another holds a stranger's cells.
# Most would guess: RFC 4180 lets a quoted field hold CR as it lets it hold CRLF, so these are three records of two fields.
# Seen: 2 records; [h, i]; [a, d, e]
# Run by hand: bash findings/fastcsv-lone-cr-in-quotes-merges-rows.sh   Needs Maven and JDK 17 or later.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>finding</groupId><artifactId>lone-cr</artifactId><version>1</version>
<dependencies><dependency><groupId>de.siegmar</groupId><artifactId>fastcsv</artifactId><version>4.1.0</version></dependency></dependencies>
</project>
POM
mvn --batch-mode --quiet org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib >&2
cat > LoneCr.java <<'JAVA'
import de.siegmar.fastcsv.reader.CsvReader;

class LoneCr {
    public static void main(String[] none) {
        var file = "h,i\na,\"b\rc\"\nd,e\n";
        var records = CsvReader.builder().allowExtraFields(true).ofCsvRecord(file).stream().toList();
        System.out.println(records.size() + " records");
        records.forEach(record -> System.out.println(record.getFields().stream()
                .map(field -> field.replace("\r", "\\r").replace("\n", "\\n"))
                .toList()));
    }
}
JAVA
said=$(java -cp 'lib/*' LoneCr.java)
echo "$said"
[ "$said" = "$(printf '2 records\n[h, i]\n[a, d, e]')" ] || { echo "FastCSV reads it otherwise now: look again"; exit 1; }

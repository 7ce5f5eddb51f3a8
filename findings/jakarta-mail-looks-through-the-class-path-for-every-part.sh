#!/usr/bin/env bash
# Jakarta Mail 2.1.5 (jakarta.mail:jakarta.mail-api) with Angus Mail 2.0.5 (org.eclipse.angus:angus-mail).
# Behaviour: the provider of encoding streams is looked for with ServiceLoader again for each part that is made, for each part
#   that is written and for each text that is encoded; nothing of it is kept. A mail of two texts asks the class path eight
#   times, and in an application that is a jar of jars each time opens and reads a file in the jar.
# Most would guess: found once, as a Session is made once; the javax.mail of before had no such look-up.
# Seen: the first mail: 9 looks / the second mail: 8 looks / with the system property of that name: 0 looks
# Run by hand: bash findings/jakarta-mail-looks-through-the-class-path-for-every-part.sh   Needs Maven and JDK 17 or later.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>finding</groupId><artifactId>looks</artifactId><version>1</version>
<dependencies>
<dependency><groupId>jakarta.mail</groupId><artifactId>jakarta.mail-api</artifactId><version>2.1.5</version></dependency>
<dependency><groupId>org.eclipse.angus</groupId><artifactId>angus-mail</artifactId><version>2.0.5</version></dependency>
</dependencies>
</project>
POM
mvn --batch-mode --quiet org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib >&2
cat > Looks.java <<'JAVA'
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.Properties;

public class Looks {
    static int looks;

    public static void main(String[] none) throws Exception {
        var usual = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(new ClassLoader(usual) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                looks += name.endsWith("jakarta.mail.util.StreamProvider") ? 1 : 0;
                return super.getResources(name);
            }
        });
        var session = Session.getInstance(new Properties());
        mail(session, "the first mail");
        mail(session, "the second mail");
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
        mail(session, "with the system property of that name");
    }

    private static void mail(Session session, String which) throws Exception {
        looks = 0;
        var plain = new MimeBodyPart();
        plain.setText("Grüße", "UTF-8");
        var rich = new MimeBodyPart();
        rich.setText("<p>Grüße</p>", "UTF-8", "html");
        var mail = new MimeMessage(session);
        mail.setContent(new MimeMultipart("alternative", plain, rich));
        mail.saveChanges();
        mail.writeTo(new ByteArrayOutputStream());
        System.out.println(which + ": " + looks + " looks");
    }
}
JAVA
java -cp "lib/*" Looks.java | tee seen >&2
told=$(paste -sd/ seen | sed 's:/: / :g')
expected="the first mail: 9 looks / the second mail: 8 looks / with the system property of that name: 0 looks"
[ "$told" = "$expected" ] || { echo "Changed: $told" >&2; exit 1; }
echo "As described: $told"

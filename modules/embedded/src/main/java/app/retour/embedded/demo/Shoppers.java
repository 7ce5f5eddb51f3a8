package app.retour.embedded.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Invented people who buy at Fjordwear; every address is at a domain that cannot receive mail (RFC 2606). */
final class Shoppers {
    private static final List<String> FIRST = List.of(
            "Mara", "Jonas", "Ines", "Tobias", "Leonie", "Emil", "Sofie", "Anton", "Clara", "Matteo", "Freya", "Oskar",
            "Paula", "Henrik", "Nadia", "Lukas", "Greta", "Samir", "Elisa", "Felix");
    private static final List<String> LAST = List.of(
            "Brandt",
            "Okafor",
            "Lindqvist",
            "Moreau",
            "Hansen",
            "Petrov",
            "Vogel",
            "Almeida",
            "Keller",
            "Nowak",
            "Bianchi",
            "Schuster",
            "Dahl",
            "Rossi",
            "Winter",
            "Haas",
            "Ferreira");
    private static final List<String[]> PLACES = List.of(
            new String[] {"Berlin", "10115"},
            new String[] {"Hamburg", "20095"},
            new String[] {"München", "80331"},
            new String[] {"Leipzig", "04109"},
            new String[] {"Köln", "50667"},
            new String[] {"Freiburg", "79098"},
            new String[] {"Bremen", "28195"});

    private Shoppers() {}

    record Person(String name, String email, String street, String city, String postcode, boolean vip) {
        Map<String, Object> address() {
            return Map.of("name", name, "line1", street, "city", city, "postcode", postcode, "country", "DE");
        }
    }

    /** The same number is always the same person. */
    static Person number(int number) {
        var random = new Random(number * 7919L);
        var first = FIRST.get(number % FIRST.size());
        var last = LAST.get(number % LAST.size());
        var place = PLACES.get(random.nextInt(PLACES.size()));
        var email = (first + "." + last).toLowerCase(Locale.ROOT) + "." + number + "@shopper.example";
        return new Person(
                first + " " + last,
                email,
                "Fichtenweg " + (1 + random.nextInt(98)),
                place[0],
                place[1],
                number % 11 == 3);
    }
}

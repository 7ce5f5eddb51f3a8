package app.retour.walks;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The policy of a merchant: published, with a draft after it, tried on the past, run in the shade, with an example. */
final class WrittenPolicy {
    private WrittenPolicy() {}

    static void of(World world) {
        var scene = world.scene;
        var rule = Map.of(
                "name", scene.canary, "when", Map.of("all", List.of()), "then", Map.of("tags", List.of(scene.canary)));
        var saved = world.tell("savePolicyDraft", Map.of("version", 0, "rules", List.of(rule)), "draft { version }");
        var published = world.tell(
                "publishPolicyDraft",
                Map.of("version", saved.at("/draft/version").asInt(), "note", scene.canary, "idempotencyKey", "p"),
                "version { id }");
        scene.put("PolicyVersion", published.at("/version/id").asString());
        world.tell("savePolicyDraft", Map.of("version", 0, "rules", List.of(rule)), "draft { version }");
        var tried = world.tell("startBackTest", Map.of("days", 30, "idempotencyKey", "b"), "backTest { id }");
        var id = tried.at("/backTest/id").asString();
        await().atMost(Duration.ofMinutes(3))
                .until(() -> world.ask("query($id: ID!) { backTest(id: $id) { state } }", Map.of("id", id))
                        .at("/backTest/state")
                        .asString()
                        .equals("DONE"));
        scene.put("BackTest", id);
        var shadow = world.tell("startShadowRun", Map.of("days", 30, "idempotencyKey", "s"), "shadowRun { id }")
                .at("/shadowRun/id")
                .asString();
        // One that runs would go on counting while the walk compares.
        world.tell("stopShadowRun", Map.of("shadowRunId", shadow), "shadowRun { id }");
        scene.put("ShadowRun", shadow);
        var example = Map.of(
                "name",
                scene.canary,
                "facts",
                List.of(Map.of("fact", "order.country", "values", List.of("DE"))),
                "expected",
                "REVIEW",
                "idempotencyKey",
                "e");
        scene.put(
                "PolicyExample",
                world.tell("savePolicyExample", example, "example { id }")
                        .at("/example/id")
                        .asString());
    }
}

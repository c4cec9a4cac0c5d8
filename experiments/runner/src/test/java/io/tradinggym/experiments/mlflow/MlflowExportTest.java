package io.tradinggym.experiments.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sun.net.httpserver.HttpServer;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.compare.FinishedRun;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.mlflow.MlflowException.Kind;
import io.tradinggym.experiments.run.Run;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MlflowExportTest {
  private static final String CONFIG =
      """
      name: exported
      market: {simulated: noise}
      environment: {id: Stock-v1, lanes: 4, options: {episode: 16}}
      algorithm: {steps: 1024, rolloutSteps: 32, minibatch: 64, hidden: [8]}
      seeds: 2
      evaluation: {validations: 0, paths: 2, controls: [no-trade]}
      """;

  @TempDir private static Path folder;

  @BeforeAll
  static void train() {
    Run.start(ConfigFile.parse(CONFIG, List.of(), "test"), folder.resolve("run"))
        .complete(1, (seed, steps, mean) -> {});
  }

  private static String export(String address, Map<String, String> environment)
      throws MlflowException {
    return new MlflowExport(address, "it's a test", environment).write(folder.resolve("run"));
  }

  @Test
  void settingsFiguresAndCurvesArriveAndAreWrittenOnce() throws Exception {
    try (TestServer server = new TestServer()) {
      String id = export(server.address(), Map.of());
      FinishedRun finished = FinishedRun.read(folder.resolve("run"));
      TestServer.Run run = server.run(id);
      assertThat(run.name).isEqualTo("exported");
      assertThat(run.status).isEqualTo("FINISHED");
      assertThat(run.params)
          .isEqualTo(finished.settings())
          .containsEntry("algorithm.steps", "1024");
      assertThat(run.metrics.get("headline")).containsEntry(0L, finished.headline());
      assertThat(run.metrics.keySet()).anyMatch(key -> key.startsWith("no-trade/"));
      assertThat(run.metrics.get("seed-8/loss/policy")).hasSize(8);
      assertThat(export(server.address() + "/", Map.of())).isEqualTo(id);
      assertThat(server.runs).hasSize(1);
      assertThat(server.experiments).containsOnlyKeys("it's a test");
    }
  }

  /** A filter knows no escape for a quote: the experiment was made again, and refused as one that exists. */
  @Test
  void experimentsAreFoundByWhateverName() throws Exception {
    try (TestServer server = new TestServer()) {
      for (String name : List.of("it's \"both\"", "a & b = c", "Umlaut ü / 100 %")) {
        MlflowExport export = new MlflowExport(server.address(), name, Map.of());
        assertThat(export.write(folder.resolve("run")))
            .isEqualTo(export.write(folder.resolve("run")));
      }
      assertThat(server.experiments).hasSize(3);
      server.deleted = true;
      fails(
          Kind.REFUSED,
          "the experiment \"a & b = c\" is deleted",
          () ->
              new MlflowExport(server.address(), "a & b = c", Map.of())
                  .write(folder.resolve("run")));
    }
  }

  /** MLflow refuses names that its stores would take for other paths. */
  @Test
  void namesAreThoseThatMlflowTakes() throws Exception {
    assertThat(MlflowExport.key("loss/policy")).isEqualTo("loss/policy");
    assertThat(MlflowExport.key("a//b/../c/")).isEqualTo("a/_/b/_/c/_");
    assertThat(MlflowExport.key("/gr\u00f6\u00dfe(1)")).isEqualTo("_/gr__e_1_");
    assertThat(MlflowExport.key(".")).isEqualTo("_");
    Path copy = folder.resolve("it's a copy");
    Files.createDirectories(copy);
    String manifest = Files.readString(folder.resolve("run/manifest.json"));
    Files.writeString(
        copy.resolve("manifest.json"),
        manifest
            .replaceFirst("\"journal_sha256\" : \"[^\"]*\",?", "")
            .replaceFirst("\"seeds\"", "\"a(b\": 1, \"a)b\": 2, \"seeds\""));
    Files.copy(folder.resolve("run/metrics.json"), copy.resolve("metrics.json"));
    try (TestServer server = new TestServer()) {
      MlflowExport export = new MlflowExport(server.address(), "names", Map.of());
      String id = export.write(copy);
      assertThat(server.run(id).params).containsEntry("a_b", "1").containsEntry("a_b_2", "2");
      assertThat(export.write(copy)).as("known by what it holds").isEqualTo(id);
    }
  }

  @Test
  void textsAreCutByTheBytesThatTheyTake() {
    assertThat(MlflowExport.cut("abc", 3)).isEqualTo("abc");
    assertThat(MlflowExport.cut("abcd", 3)).isEqualTo("abc");
    assertThat(MlflowExport.cut("aü", 2)).isEqualTo("a");
    assertThat(MlflowExport.cut("a\uD83D\uDE00b", 5)).isEqualTo("a\uD83D\uDE00");
    assertThat(MlflowExport.cut("a\uD83D\uDE00b", 4)).isEqualTo("a");
  }

  @Test
  void whatWasCutOffIsWrittenAnew() throws Exception {
    try (TestServer server = new TestServer()) {
      server.failAfter = 6;
      fails(
          Kind.SERVER,
          "TEMPORARILY_UNAVAILABLE, the store is gone",
          () -> export(server.address(), Map.of()));
      assertThat(statuses(server)).as("nobody could tell the server").containsExactly("RUNNING");
      server.failAfter = server.calls + 5;
      server.failUntil = server.calls + 6;
      fails(Kind.SERVER, "the store is gone", () -> export(server.address(), Map.of()));
      assertThat(statuses(server)).containsExactly("KILLED", "FAILED");
      String id = export(server.address(), Map.of());
      assertThat(statuses(server)).containsExactly("KILLED", "FAILED", "FINISHED");
      assertThat(server.run(id).status).isEqualTo("FINISHED");
      assertThat(export(server.address(), Map.of())).isEqualTo(id);
      assertThat(server.runs).hasSize(3);
    }
  }

  private static List<String> statuses(TestServer server) {
    return server.runs.values().stream().map(run -> run.status).toList();
  }

  @Test
  void credentialsAreSentAndMissedByName() throws Exception {
    try (TestServer server = new TestServer()) {
      server.token = "secret";
      fails(Kind.DENIED, "MLFLOW_TRACKING_TOKEN", () -> export(server.address(), Map.of()));
      assertThat(export(server.address(), Map.of("MLFLOW_TRACKING_TOKEN", "secret"))).isNotEmpty();
    }
  }

  @Test
  void failuresSayWhatTheyAre() throws Exception {
    int free;
    try (ServerSocket any = new ServerSocket(0)) {
      free = any.getLocalPort();
    }
    fails(
        Kind.UNREACHABLE, "nobody answers at", () -> export("http://127.0.0.1:" + free, Map.of()));
    fails(Kind.UNREACHABLE, "an address reads http://HOST", () -> export("file:///tmp", Map.of()));
    fails(Kind.UNREACHABLE, "is no address", () -> export("http://a b", Map.of()));
    HttpServer page =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] html = "<html>a page</html>".getBytes(StandardCharsets.UTF_8);
    page.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, html.length);
          exchange.getResponseBody().write(html);
          exchange.close();
        });
    page.start();
    try {
      fails(
          Kind.NO_MLFLOW,
          "does not speak MLflow's REST interface",
          () -> export("http://127.0.0.1:" + page.getAddress().getPort(), Map.of()));
    } finally {
      page.stop(0);
    }
    try (TestServer server = new TestServer()) {
      MlflowExport export = new MlflowExport(server.address(), "x", Map.of());
      assertThatThrownBy(() -> export.write(folder.resolve("nothing")))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("is no run");
    }
  }

  private static void fails(Kind kind, String message, ThrowingCallable export) {
    assertThatThrownBy(export)
        .hasMessageContaining(message)
        .asInstanceOf(type(MlflowException.class))
        .extracting(MlflowException::kind)
        .isEqualTo(kind);
  }
}

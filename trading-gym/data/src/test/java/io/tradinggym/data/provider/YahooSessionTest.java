package io.tradinggym.data.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.FakeProvider;
import io.tradinggym.data.collect.Fetcher;
import io.tradinggym.data.collect.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cookie, crumb and chains of a server that asks for both, as Yahoo does. */
class YahooSessionTest {
  private static final long DAY = 86_400;
  private static final long FIRST = LocalDate.parse("2025-09-19").toEpochDay() * DAY;
  private static final long SECOND = LocalDate.parse("2025-10-17").toEpochDay() * DAY;

  @TempDir private Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final FakeProvider provider = new FakeProvider();
  private HttpServer server;
  private String crumb = "aB3.x";
  private int refusals;
  private Fetcher fetcher;
  private YahooSession session;

  @BeforeEach
  void yahoo() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    String base = "http://localhost:" + server.getAddress().getPort();
    fetcher = provider.fetcher(folder, Secrets.NONE);
    session = new YahooSession(fetcher, base, base + "/cookie");
  }

  @AfterEach
  void stop() {
    server.stop(0);
    provider.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    asked.add(path + "?" + query);
    boolean cookie =
        String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")).contains("A3=session");
    if (path.startsWith("/cookie")) {
      exchange.getResponseHeaders().add("Set-Cookie", "A3=session; Path=/");
      send(exchange, 404, "not found");
    } else if (path.startsWith("/v1/test/getcrumb")) {
      send(exchange, 200, cookie ? crumb : "Too Many Requests");
    } else if (!cookie || !query.contains("crumb=" + crumb) || refusals-- > 0) {
      send(
          exchange,
          401,
          "{\"finance\":{\"result\":null,\"error\":{\"code\":\"Unauthorized\",\"description\":\"Invalid"
              + " Crumb\"}}}");
    } else {
      send(exchange, 200, chain(query.contains("date=" + SECOND) ? SECOND : FIRST));
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String chain(long expiry) {
    String call =
        "{\"contractSymbol\":\"SPY"
            + expiry
            + "C\",\"strike\":540.0,\"currency\":\"USD\",\"lastPrice\":94.9,"
            + "\"openInterest\":3,\"bid\":104.27,\"ask\":106.98,\"lastTradeDate\":1755699357,"
            + "\"impliedVolatility\":0.21}";
    return "{\"optionChain\":{\"result\":[{\"expirationDates\":[%d,%d],\"options\":[{\"calls\":[%s],\"puts\":[%s]}]}],\"error\":null}}"
        .formatted(FIRST, SECOND, call, call);
  }

  @Test
  void cookieAndCrumbAreFetchedOnceAndTheChainIsAFile() throws Exception {
    Collected<String> chain =
        session.chain("SPY", LocalDate.parse("2025-09-01"), LocalDate.parse("2025-12-31"));
    assertThat(chain.value().lines())
        .hasSize(5)
        .contains(
            "SPY"
                + FIRST
                + "C,2025-08-20 14:15:57+00:00,540.0,94.9,104.27,106.98,0,3,0.21,USD,c,2025-09-19",
            "SPY"
                + SECOND
                + "C,2025-08-20 14:15:57+00:00,540.0,94.9,104.27,106.98,0,3,0.21,USD,p,2025-10-17");
    assertThat(asked).filteredOn(path -> path.contains("getcrumb")).hasSize(1);
    int before = asked.size();
    session.chain("SPY", LocalDate.parse("2025-09-01"), LocalDate.parse("2025-12-31"));
    assertThat(asked).as("the second time from the disk").hasSize(before);
    assertThat(
            session
                .chain("SPY", LocalDate.parse("2025-10-01"), LocalDate.parse("2025-12-31"))
                .value()
                .lines())
        .hasSize(3);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).as("%s", file).doesNotContain(crumb);
      }
    }
  }

  @Test
  void aRefusedCrumbIsFetchedOnceMore() throws Exception {
    refusals = 1;
    session.chain("SPY", LocalDate.parse("2025-09-01"), LocalDate.parse("2025-09-30"));
    assertThat(asked).filteredOn(path -> path.contains("getcrumb")).hasSize(2);
    refusals = 100;
    assertThatThrownBy(() -> session.summary("SPY", "calendarEvents"))
        .isInstanceOfSatisfying(
            CollectException.class,
            e -> assertThat(e.kind()).isEqualTo(CollectException.Kind.AUTH));
  }

  @Test
  void anErrorInThePlaceOfACrumbIsNone() {
    crumb = "Too Many Requests";
    assertThatThrownBy(() -> session.summary("SPY", "calendarEvents"))
        .isInstanceOfSatisfying(
            CollectException.class,
            e -> assertThat(e.kind()).isEqualTo(CollectException.Kind.RATE));
  }

  @Test
  void offlineNothingIsAsked() {
    YahooSession closed =
        new YahooSession(fetcher.offline(), "http://localhost:1", "http://localhost:1");
    assertThatThrownBy(() -> closed.summary("SPY", "calendarEvents"))
        .hasMessageContaining("offline");
    assertThat(asked).isEmpty();
  }
}

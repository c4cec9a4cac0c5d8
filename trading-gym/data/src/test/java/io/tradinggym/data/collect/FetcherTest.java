package io.tradinggym.data.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.data.collect.CollectException.Kind;
import io.tradinggym.data.collect.FakeProvider.Answer;
import io.tradinggym.data.collect.FakeProvider.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetcherTest {
  private static final Limits MANY = Limits.perMinute(100_000);
  private static final Judge ACCEPT = reply -> Judges.status("fake", reply);
  @TempDir private Path folder;
  private final FakeProvider provider = new FakeProvider();

  @AfterEach
  void close() {
    provider.close();
  }

  private Request request() {
    return Request.of("fake", provider.base(), "/data", Map.of("b", "2", "a", "1 x"));
  }

  private Fetched fetch(Request request) throws CollectException {
    return provider.fetcher(folder, Secrets.NONE).fetch(request, MANY, ACCEPT);
  }

  @Test
  void aDayLongTheAnswerComesFromTheDisk() throws CollectException {
    provider.answer(path -> Answer.ok("one"));
    assertThat(fetch(request()).body()).isEqualTo("one");
    provider.answer(path -> Answer.ok("two"));
    provider.pass(Duration.ofHours(23));
    assertThat(fetch(request()).body()).isEqualTo("one");
    provider.pass(Duration.ofHours(1));
    assertThat(fetch(request()).body()).isEqualTo("two");
    assertThat(provider.asked()).containsExactly("/data?a=1+x&b=2", "/data?a=1+x&b=2");
  }

  @Test
  void closedHistoryIsKeptForEver() throws CollectException {
    provider.answer(path -> Answer.ok("one"));
    Request request = request().settledAt(provider.instant());
    fetch(request);
    provider.pass(Duration.ofDays(4_000));
    assertThat(fetch(request).stale()).isFalse();
    assertThat(provider.asked()).hasSize(1);
  }

  @Test
  void anAnswerIsAsOldAsItsQuestion() throws CollectException {
    Instant asked = provider.instant();
    provider.answer(
        path -> {
          provider.pass(Duration.ofSeconds(5));
          return Answer.ok("one");
        });
    assertThat(fetch(request()).fetchedAt()).isEqualTo(asked);
  }

  @Test
  void whatCameBeforeHistoryClosedIsAskedAgain() throws CollectException {
    Request request = request().settledAt(provider.instant().plus(Duration.ofDays(2)));
    for (String body : List.of("one", "two", "three")) {
      provider.answer(path -> Answer.ok(body));
      assertThat(fetch(request).body()).isEqualTo(body.equals("three") ? "two" : body);
      provider.pass(Duration.ofDays(3));
    }
    assertThat(provider.asked()).hasSize(2);
  }

  @Test
  void anOldAnswerStandsInForOneThatFailsAndSaysSo() throws CollectException {
    provider.answer(path -> Answer.ok("one"));
    Instant then = fetch(request()).fetchedAt();
    provider.answer(path -> Answer.status(500, "broken"));
    provider.pass(Duration.ofDays(2));
    assertThat(fetch(request())).isEqualTo(new Fetched("one", then, true));
  }

  @Test
  void noErrorIsCached() throws CollectException {
    provider.answer(path -> Answer.status(500, "broken"));
    assertThatThrownBy(() -> fetch(request())).hasMessageContaining("UPSTREAM");
    provider.answer(path -> Answer.ok("one"));
    assertThat(fetch(request()).body()).isEqualTo("one");
  }

  @Test
  void whatPassesIsTriedAgainAndWhatDoesNotIsNot() throws CollectException {
    AtomicInteger count = new AtomicInteger();
    provider.answer(
        path ->
            count.incrementAndGet() < 3 ? new Answer(429, "", "7", Fault.NONE) : Answer.ok("one"));
    assertThat(fetch(request()).body()).isEqualTo("one");
    assertThat(count).hasValue(3);
    count.set(0);
    provider.answer(
        path -> {
          count.incrementAndGet();
          return Answer.status(403, "no");
        });
    provider.pass(Duration.ofDays(2));
    Request other = Request.of("fake", provider.base(), "/other", Map.of());
    assertThatThrownBy(() -> fetch(other))
        .isInstanceOfSatisfying(
            CollectException.class, e -> assertThat(e.kind()).isEqualTo(Kind.PLAN));
    assertThat(count).hasValue(1);
  }

  @Test
  void brokenConnectionsAreNetwork() {
    for (Fault fault : new Fault[] {Fault.CUT, Fault.SLOW, Fault.DROPPED}) {
      provider.answer(path -> new Answer(200, "half", "", fault));
      assertThatThrownBy(() -> fetch(request()))
          .as("%s", fault)
          .isInstanceOfSatisfying(
              CollectException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NETWORK));
    }
  }

  @Test
  void aProviderThatFailsForGoodIsLeftAlone() {
    provider.answer(path -> Answer.status(500, "broken"));
    Fetcher.Retries long_ =
        new Fetcher.Retries(
            1, Duration.ZERO, Duration.ZERO, Duration.ofHours(1), Duration.ofSeconds(1));
    Fetcher fetcher =
        new Fetcher(folder, provider, provider::pass, Secrets.NONE, line -> {}, long_);
    for (int i = 0; i < 9; i++) {
      assertThatThrownBy(() -> fetcher.fetch(request(), MANY, ACCEPT))
          .isInstanceOf(CollectException.class);
    }
    assertThat(provider.asked()).hasSize(5);
  }

  @Test
  void ofManyWhoAskTheSameOneAsks() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    provider.answer(
        path -> {
          try {
            go.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Answer.ok("one");
        });
    Fetcher fetcher =
        new Fetcher(
            folder, provider, provider::pass, Secrets.NONE, line -> {}, Fetcher.Retries.DEFAULT);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Fetched>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(threads.submit(() -> fetcher.fetch(request(), MANY, ACCEPT)));
      }
      while (provider.asked().isEmpty()) {
        Thread.onSpinWait();
      }
      go.countDown();
      for (Future<Fetched> each : all) {
        assertThat(each.get().body()).isEqualTo("one");
      }
    }
    assertThat(provider.asked()).hasSize(1);
  }

  @Test
  void tenInParallelNeverExceedTheBucket() throws Exception {
    List<Instant> times = new ArrayList<>();
    Object lock = new Object();
    Instant[] now = {Instant.EPOCH};
    TokenBucket bucket =
        new TokenBucket(
            5,
            Duration.ofSeconds(60),
            () -> Instant.EPOCH,
            wait -> {
              synchronized (lock) {
                now[0] = Instant.EPOCH.plus(wait);
                times.add(now[0]);
              }
            });
    try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        all.add(
            threads.submit(
                () -> {
                  bucket.take();
                  return 0;
                }));
      }
      for (Future<Integer> each : all) {
        assertThat(each.get()).isZero();
      }
    }
    // Five went at once; the others stand twelve seconds apart.
    assertThat(times).hasSize(45);
    List<Instant> sorted = times.stream().sorted().toList();
    for (int i = 0; i < 45; i++) {
      assertThat(sorted.get(i)).isEqualTo(Instant.EPOCH.plusSeconds(12L * (i + 1)));
    }
  }

  @Test
  void keysAreReadAndNeverShown() throws IOException, CollectException {
    Path env = folder.resolve(".env");
    Files.writeString(env, "# keys\nFRED_API_KEY=\"canary-in-file\"\nNEWS_API_KEY=other\nHOME=x\n");
    Secrets secrets = Secrets.read(env, Map.of("NEWS_API_KEY", "canary-in-environment"));
    assertThat(secrets.get("FRED_API_KEY", "fred")).isEqualTo("canary-in-file");
    assertThat(secrets.get("NEWS_API_KEY", "news")).isEqualTo("canary-in-environment");
    assertThat(secrets).hasToString("Secrets[FRED_API_KEY, NEWS_API_KEY]");
    assertThat(secrets.redact("a canary-in-file b")).isEqualTo("a *** b");
    assertThatThrownBy(() -> secrets.get("FINNHUB_API_KEY", "finnhub"))
        .hasMessage("finnhub: AUTH: set FINNHUB_API_KEY in the environment or in .env");
  }

  @Test
  void whatAnAddressCannotHoldIsEncoded() throws CollectException {
    provider.answer(path -> Answer.ok("one"));
    for (String name : List.of("^GSPC", "Ä B", "a?b#c", "X%3ABTC")) {
      fetch(Request.of("fake", provider.base(), "/chart/" + name, Map.of()));
    }
    assertThat(provider.asked())
        .containsExactly(
            "/chart/%5EGSPC", "/chart/%C3%84%20B", "/chart/a%3Fb%23c", "/chart/X%3ABTC");
  }

  /** A cut body would be a schema failure for ever, where history is closed. */
  @Test
  void aDamagedAnswerOnTheDiskIsAskedAgain() throws Exception {
    provider.answer(path -> Answer.ok("[1, 2, 3]"));
    fetch(request().settledAt(provider.instant()));
    Path file = kept();
    String whole = Files.readString(file);
    for (String damaged :
        List.of(
            "",
            "\n\n\n",
            whole.substring(0, whole.length() - 3),
            whole.replaceFirst("2025", "then"),
            whole.replace("2, 3", "2, 4"))) {
      Files.writeString(file, damaged);
      assertThat(fetch(request().settledAt(provider.instant())).body())
          .as(damaged)
          .isEqualTo("[1, 2, 3]");
      assertThat(file).content().isEqualTo(whole);
    }
    assertThat(provider.asked()).hasSize(6);
  }

  private Path kept() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("fake"))) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void whatWasFetchedByAClockThatRanAheadIsNotFreshUntilThen() throws CollectException {
    provider.answer(path -> Answer.ok("one"));
    provider.pass(Duration.ofDays(300));
    fetch(request());
    provider.pass(Duration.ofDays(-300));
    provider.answer(path -> Answer.ok("two"));
    assertThat(fetch(request()).body()).isEqualTo("two");
  }

  @Test
  void aCacheThatCannotBeWrittenCostsNobodyTheAnswer() throws Exception {
    Files.writeString(folder.resolve("fake"), "a file where the folder should be");
    provider.answer(path -> Answer.ok("one"));
    assertThat(fetch(request()).body()).isEqualTo("one");
    assertThat(provider.log()).anyMatch(line -> line.startsWith("failed to keep the answer"));
  }
}

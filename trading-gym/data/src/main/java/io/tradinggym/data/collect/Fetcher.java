package io.tradinggym.data.collect;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.collect.CollectException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks providers. An answer that is younger than a day, or was asked for when its history had closed, comes from the
 * disk; of several threads that ask the same one asks the network. A provider that fails for good is left alone for a
 * while, and what was fetched before is given in its place, marked stale. No answer that a judge refused is kept.
 * Threads may share it.
 */
public final class Fetcher {
  private static final Duration FRESH = Duration.ofHours(24);
  private static final int OPENS_AFTER = 5;

  private final Http http;
  private final DiskCache cache;
  private final InstantSource clock;
  private final TokenBucket.Pause pause;
  private final Secrets secrets;
  private final Consumer<String> log;
  private final Retries retries;
  private final RandomStream jitter = RandomStreams.of(0).stream("jitter");
  private final boolean offline;
  private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();
  private final Map<String, CircuitBreaker<Fetched>> breakers = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Fetched>> flights = new ConcurrentHashMap<>();

  /**
   * How often and how long to try.
   *
   * @param attempts in all, the first one included, >= 1
   * @param first delay, which doubles with each try and is drawn from 0 up to that
   * @param longest delay between two tries
   * @param rest of a provider that failed for good, before it is asked again
   * @param timeout of a connection and of an answer
   */
  public record Retries(
      int attempts, Duration first, Duration longest, Duration rest, Duration timeout) {
    /** Five tries, half a second doubled, a minute at most; ten seconds for an answer. */
    public static final Retries DEFAULT =
        new Retries(
            5,
            Duration.ofMillis(500),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(10));
  }

  /**
   * A fetcher.
   *
   * @param folder of the cache
   * @param clock dates answers and tells their age
   * @param pause how to wait for a token
   * @param secrets what never to print
   * @param log takes a line for each request to the network and each failure, without keys
   * @param retries how often and how long to try
   */
  public Fetcher(
      Path folder,
      InstantSource clock,
      TokenBucket.Pause pause,
      Secrets secrets,
      Consumer<String> log,
      Retries retries) {
    this(new DiskCache(folder), clock, pause, secrets, log, retries, false);
  }

  private Fetcher(
      DiskCache cache,
      InstantSource clock,
      TokenBucket.Pause pause,
      Secrets secrets,
      Consumer<String> log,
      Retries retries,
      boolean offline) {
    http = new Http(retries.timeout);
    this.cache = cache;
    this.offline = offline;
    this.clock = clock;
    this.pause = pause;
    this.secrets = secrets;
    this.log = log;
    this.retries = retries;
  }

  /** {@return a fetcher that looks at the disk alone: what is older than a day is stale, what is not there fails} */
  public Fetcher offline() {
    return new Fetcher(cache, clock, pause, secrets, log, retries, true);
  }

  /** {@return whether it looks at the disk alone} */
  public boolean isOffline() {
    return offline;
  }

  /** {@return the keys of the providers} */
  public Secrets secrets() {
    return secrets;
  }

  /** {@return the clock by which answers are dated} */
  public InstantSource clock() {
    return clock;
  }

  /**
   * {@return an answer that the judge accepts, from the disk if it is fresh there, else from the network}
   *
   * @param request what is asked
   * @param limits how often one may ask
   * @param judge tells answers from refusals; what it refuses is not kept
   * @throws CollectException if there is none, not even an old one
   */
  public Fetched fetch(Request request, Limits limits, Judge judge) throws CollectException {
    CompletableFuture<Fetched> mine = new CompletableFuture<>();
    CompletableFuture<Fetched> flight = flights.putIfAbsent(request.key(), mine);
    if (flight != null) {
      return join(flight);
    }
    try {
      Fetched fetched = fresh(request, limits, judge);
      mine.complete(fetched);
      return fetched;
    } catch (CollectException | RuntimeException e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      flights.remove(request.key());
    }
  }

  /**
   * {@return an answer from the network, of what must not be kept on disk, such as what belongs to a cookie}
   *
   * @param request what is asked
   * @param limits how often one may ask
   * @param judge tells answers from refusals
   * @throws CollectException if there is no answer
   */
  public Fetched ask(Request request, Limits limits, Judge judge) throws CollectException {
    if (offline) {
      throw new CollectException(
          Kind.NETWORK, request.provider(), "offline, and this is never kept", null, null);
    }
    try {
      return retried(request, limits, judge);
    } catch (CollectException e) {
      log.accept("failed " + request + ": " + e.getMessage());
      throw e;
    }
  }

  private static Fetched join(CompletableFuture<Fetched> flight) throws CollectException {
    try {
      return flight.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof CollectException known) {
        throw known;
      }
      throw e;
    }
  }

  private Fetched fresh(Request request, Limits limits, Judge judge) throws CollectException {
    Fetched cached = cached(request);
    if (cached != null) {
      Duration age = Duration.between(cached.fetchedAt(), clock.instant());
      Instant settled = request.settled();
      boolean closed = settled != null && !cached.fetchedAt().isBefore(settled);
      // By a clock that was ahead then, nobody knows how old it is.
      if (!age.isNegative() && (closed || age.compareTo(FRESH) < 0)) {
        return cached;
      }
    }
    if (offline) {
      if (cached == null) {
        throw new CollectException(
            Kind.NETWORK, request.provider(), "offline, and nothing was kept of it", null, null);
      }
      return new Fetched(cached.body(), cached.fetchedAt(), true);
    }
    try {
      Fetched fetched = retried(request, limits, judge);
      keep(request, fetched);
      return fetched;
    } catch (CollectException e) {
      log.accept("failed " + request + ": " + e.getMessage());
      if (cached != null && e.kind() != Kind.NOT_FOUND) {
        return new Fetched(cached.body(), cached.fetchedAt(), true);
      }
      throw e;
    }
  }

  /** A disk that is full costs the next one who asks a request, and nobody the answer. */
  private void keep(Request request, Fetched fetched) {
    try {
      cache.write(request, fetched);
    } catch (IOException e) {
      log.accept("failed to keep the answer to " + request + ": " + e.getMessage());
    }
  }

  private @Nullable Fetched cached(Request request) {
    try {
      return cache.read(request);
    } catch (IOException e) {
      log.accept("the cache cannot be read for " + request + ": " + e.getMessage());
      return null;
    }
  }

  private Fetched retried(Request request, Limits limits, Judge judge) throws CollectException {
    RetryPolicy<Fetched> retry =
        RetryPolicy.<Fetched>builder()
            .handleIf(e -> e instanceof CollectException known && known.kind().passing())
            .withMaxAttempts(retries.attempts)
            .withDelayFn(context -> delay(context.getAttemptCount(), context.getLastException()))
            .build();
    CircuitBreaker<Fetched> breaker =
        breakers.computeIfAbsent(
            request.provider(),
            provider ->
                CircuitBreaker.<Fetched>builder()
                    .handleIf(
                        e ->
                            e instanceof CollectException known
                                && (known.kind() == Kind.NETWORK || known.kind() == Kind.UPSTREAM))
                    .withFailureThreshold(OPENS_AFTER)
                    .withDelay(retries.rest)
                    .build());
    try {
      return Failsafe.with(retry).compose(breaker).get(() -> once(request, limits, judge));
    } catch (CircuitBreakerOpenException e) {
      throw new CollectException(
          Kind.UPSTREAM, request.provider(), "left alone for a while after failures", null, e);
    } catch (FailsafeException e) {
      if (e.getCause() instanceof CollectException known) {
        throw known;
      }
      throw e;
    }
  }

  /** What the provider asks for, or a part of a delay that doubles. */
  private Duration delay(int attempts, @Nullable Throwable last) {
    if (last instanceof CollectException known && known.retryAfter() != null) {
      Duration asked = known.retryAfter();
      return asked.compareTo(retries.longest) > 0 ? retries.longest : asked;
    }
    long doubled = retries.first.toMillis() << Math.min(20, Math.max(0, attempts - 1));
    long most = Math.min(doubled, retries.longest.toMillis());
    synchronized (jitter) {
      return Duration.ofMillis((long) (jitter.uniform() * most));
    }
  }

  private Fetched once(Request request, Limits limits, Judge judge) throws CollectException {
    TokenBucket bucket =
        buckets.computeIfAbsent(
            request.provider(),
            provider -> new TokenBucket(limits.requests(), limits.period(), clock, pause));
    try {
      bucket.take();
      log.accept("get " + request);
      Instant asked = clock.instant();
      Judge.Reply reply = http.get(request, secrets);
      try {
        judge.judge(reply);
      } catch (CollectException e) {
        throw clean(e);
      }
      return new Fetched(reply.body(), asked, false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CollectException(Kind.NETWORK, request.provider(), "interrupted", null, e);
    }
  }

  /** A judge may quote a body that quotes a key. */
  private CollectException clean(CollectException e) {
    String message = String.valueOf(e.getMessage());
    String redacted = secrets.redact(message);
    if (redacted.equals(message)) {
      return e;
    }
    String prefix = e.provider() + ": " + e.kind() + ": ";
    return new CollectException(
        e.kind(), e.provider(), redacted.substring(prefix.length()), e.retryAfter(), null);
  }
}

package io.tradinggym.experiments.signals;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.FetchLog;
import io.tradinggym.data.collect.Fetcher;
import io.tradinggym.data.collect.Secrets;
import io.tradinggym.data.provider.DailyBars;
import io.tradinggym.data.provider.Yahoo;
import io.tradinggym.data.provider.YahooSession;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens the data of a daily job and runs it: files, providers through their cache, or the simulated market. */
public final class DailyJobs {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static final String KEY = "ANTHROPIC_API_KEY";
  private static final String ADDRESS = "ANTHROPIC_BASE_URL";

  private DailyJobs() {}

  /**
   * Where the data comes from.
   *
   * @param files folder of files; null for none
   * @param live whether providers are asked
   * @param offline whether of providers only the cache is looked at
   * @param bases other addresses of providers
   */
  public record Origin(
      @Nullable Path files, boolean live, boolean offline, Map<String, String> bases) {
    /** Checks that they go together. */
    public Origin {
      bases = Map.copyOf(bases);
      if (files != null && live) {
        throw new UserError("--data and --live exclude each other");
      }
    }
  }

  /**
   * Who says in words what it comes to.
   *
   * @param name template, none, or a provider's
   * @param mode replay, record or live
   */
  public record Words(String name, String mode) {}

  /** Runs the job. */
  public static void run(
      Watchlist watchlist,
      Origin origin,
      DailyJob.Settings settings,
      Words words,
      InstantSource clock,
      PrintWriter print) {
    Secrets secrets = secrets();
    Syntheses syntheses =
        new Syntheses(
            words.name,
            origin.offline ? "replay" : words.mode,
            watchlist.model(),
            settings.out().resolve("synthesis"),
            keys(secrets),
            clock);
    if (!origin.live) {
      TickerData data =
          origin.files == null ? new SimulatedData(settings.seed()) : new FileData(origin.files);
      new DailyJob(watchlist, data, settings, syntheses).run(print);
      return;
    }
    Path cache = settings.out().resolve(".cache");
    try (FetchLog log = new FetchLog(cache, "signals", secrets, clock)) {
      Fetcher fetcher =
          new Fetcher(cache, clock, Thread::sleep, secrets, log, Fetcher.Retries.DEFAULT);
      Fetcher asked = origin.offline ? fetcher.offline() : fetcher;
      LiveData live =
          new LiveData(
              new DailyBars(Providers.shares(asked, origin.bases)),
              new YahooSession(
                  asked,
                  origin.bases.getOrDefault("yahoo", Yahoo.ADDRESS),
                  origin.bases.getOrDefault("yahoo-cookie", YahooSession.COOKIE)),
              settings.out().resolve("chains"),
              LocalDate.ofInstant(clock.instant(), NEW_YORK));
      TickerData data = live;
      if (watchlist.tickers().stream().noneMatch(live::reaches)) {
        print.println(
            "nothing could be had of " + live.described() + "; the reasons are in " + cache);
        data = new SimulatedData(settings.seed());
      }
      new DailyJob(watchlist, data, settings, syntheses).run(print);
    } catch (IOException e) {
      throw new UserError("cannot write into " + cache + ": " + e.getMessage(), e);
    }
  }

  private static Secrets secrets() {
    try {
      return Secrets.read(Path.of(".env"), System.getenv());
    } catch (IOException e) {
      throw new UserError("cannot read .env: " + e.getMessage(), e);
    }
  }

  /** What a synthesizer may ask for: the key from the environment or .env, the address from the environment. */
  private static Map<String, String> keys(Secrets secrets) {
    Map<String, String> keys = new HashMap<>();
    try {
      keys.put(KEY, secrets.get(KEY, "synthesis"));
    } catch (CollectException e) {
      keys.remove(KEY);
    }
    String address = System.getenv(ADDRESS);
    if (address != null) {
      keys.put(ADDRESS, address);
    }
    return keys;
  }
}

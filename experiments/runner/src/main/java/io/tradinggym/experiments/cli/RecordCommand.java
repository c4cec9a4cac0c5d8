package io.tradinggym.experiments.cli;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.FetchLog;
import io.tradinggym.data.collect.Fetcher;
import io.tradinggym.data.collect.Secrets;
import io.tradinggym.data.provider.Binance;
import io.tradinggym.data.provider.BinanceNow;
import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.series.SeriesFile;
import io.tradinggym.data.stream.BinanceFeed;
import io.tradinggym.data.stream.BinanceStream;
import io.tradinggym.data.stream.FeedListener;
import io.tradinggym.data.stream.FlowSeries;
import io.tradinggym.data.stream.Recorder;
import io.tradinggym.data.stream.Recording;
import io.tradinggym.experiments.FileProblem;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Records live trades and books, or replays a recording. */
@Command(
    name = "record",
    description = {
      "Records the live trades and book of a pair on Binance, ids checked, gaps fetched; without"
          + " keys.",
      "With --replay it sends a recording through the same checks and writes order_flow,"
          + " microprice and vpin as series that features look at."
    })
final class RecordCommand implements Runnable {
  private static final InstantSource CLOCK = InstantSource.system();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--pair", paramLabel = "BTCUSDT", description = "What is recorded.")
  private String pair = "BTCUSDT";

  @Option(names = "--futures", description = "The perpetual instead of the spot market.")
  private boolean futures;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long. Default: ${DEFAULT-VALUE}.")
  private int seconds = 60;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the recording, PAIR.tsv, or the series go.")
  private Path out = Path.of("");

  @Option(names = "--replay", paramLabel = "FILE", description = "A recording.")
  private @Nullable Path replay;

  @Option(
      names = "--interval",
      paramLabel = "MS",
      description = "Between values of series, milliseconds. Default: ${DEFAULT-VALUE}.")
  private long interval = 1_000;

  @Option(
      names = "--bucket",
      paramLabel = "VOLUME",
      description = "Volume of a bucket of VPIN, which is over 50. Default: ${DEFAULT-VALUE}.")
  private double bucket = 1;

  @Option(
      names = "--base",
      paramLabel = "NAME=URL",
      description = "Other addresses: stream=ws://..., rest=http://...")
  private Map<String, String> bases = new LinkedHashMap<>();

  @Override
  public void run() {
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new UserError("cannot record into " + out + ": " + FileProblem.reason(e), e);
    }
    try {
      if (replay == null) {
        live();
      } else {
        replay(replay);
      }
    } catch (IOException e) {
      throw new UserError(FileProblem.reason(e), e);
    }
  }

  private void live() throws IOException {
    Path file = out.resolve(pair + ".tsv");
    BinanceFeed feed = new BinanceFeed(new FeedListener() {});
    try (FetchLog log = new FetchLog(out.resolve(".cache"), "record", Secrets.NONE, CLOCK);
        Recorder recorder = new Recorder(file)) {
      Fetcher fetcher =
          new Fetcher(
              out.resolve(".cache"),
              CLOCK,
              Thread::sleep,
              Secrets.NONE,
              log,
              Fetcher.Retries.DEFAULT);
      String rest = bases.getOrDefault("rest", futures ? Binance.FUTURES : Binance.SPOT);
      String stream =
          bases.getOrDefault("stream", futures ? BinanceStream.FUTURES : BinanceStream.SPOT);
      new BinanceStream(
              new BinanceNow(fetcher, rest, futures),
              stream,
              pair,
              BinanceStream.Patience.DEFAULT,
              Thread::sleep)
          .run(CLOCK.instant().plusSeconds(seconds), feed, recorder);
    } catch (CollectException e) {
      throw new UserError(e.getMessage() + "; what came before is in " + file, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("interrupted; what came is in " + file, e);
    }
    told(file, feed);
  }

  private void replay(Path file) throws IOException {
    FlowSeries flow = new FlowSeries(interval, bucket, 50);
    BinanceFeed feed = new BinanceFeed(flow);
    new Recording(file).replay(feed);
    told(file, feed);
    for (Map.Entry<String, KnownSeries> each : flow.series().entrySet()) {
      Path target = out.resolve(each.getKey() + ".csv");
      WholeFile.write(target, SeriesFile.text(each.getValue()));
      spec.commandLine().getOut().printf("%s: %d values%n", target, each.getValue().size());
    }
  }

  private void told(Path file, BinanceFeed feed) {
    PrintWriter print = spec.commandLine().getOut();
    print.printf(
        "%s: %d connections, %d trades, %d of them fetched, %d lost; %d updates of the book,"
            + " fetched again %d times%n",
        file,
        feed.connections(),
        feed.trades(),
        feed.repaired(),
        feed.lost(),
        feed.updates(),
        feed.resyncs());
  }
}

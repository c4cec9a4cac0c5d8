package io.tradinggym.experiments.learn;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradinggym.allocator.registry.ModelRegistry;
import io.tradinggym.experiments.CodeVersion;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.report.ShowsResults;
import io.tradinggym.experiments.run.GoesOn;
import io.tradinggym.experiments.run.MarketSource;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.market.data.ReplayMarket;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Walks through history as if live. */
@Command(
    name = "learn",
    description = {
      "Walks through history as if live: an agent trades, is watched for drift, retrained beside,"
          + " gated by paired simulation, promoted and rolled back.",
      "Every decision is a line of RUN/decisions.jsonl, which comes out the same whenever the walk"
          + " is walked again; killed at any moment, it goes on with --resume."
    })
public final class LearnCommand implements Runnable, ShowsResults {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CONFIG",
      description = "A YAML or JSON file, such as experiments/configs/learn-changes.yaml.")
  private @Nullable Path config;

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description = "Go on with the walk in this folder.")
  private @Nullable Path resume;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Walk no further than this day, such as 2020-12-31. Default: to the end.")
  private @Nullable String until;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Sets a value of the configuration, such as gate.alpha=0.01. May be repeated.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the results. Default: runs/NAME.")
  private @Nullable Path out;

  @Option(
      names = "--walks",
      paramLabel = "N",
      description =
          "Walk through N made histories, each of a seed of its own, and count how often who was"
              + " promoted. Default: ${DEFAULT-VALUE}.")
  private int walks = 1;

  /** For picocli. */
  public LearnCommand() {}

  @Override
  public void run() {
    RunFolder folder;
    LearnConfig told;
    if (resume != null) {
      if (config != null || !overrides.isEmpty()) {
        throw new UserError("--resume takes its configuration from the walk; give no other");
      }
      folder = RunFolder.open(resume);
      told =
          LearnConfig.parse(
              folder.readJson(RunFolder.MANIFEST).path("told").toString(),
              folder.file(RunFolder.MANIFEST).toString());
    } else if (config == null) {
      throw new UserError(
          "learn needs a CONFIG, such as experiments/configs/learn-changes.yaml, or --resume RUN");
    } else {
      told = LearnConfig.read(config, overrides);
      folder = RunFolder.create(out == null ? RunFolder.free(told.name()) : out);
    }
    if (walks == 1) {
      walk(told, folder);
      return;
    }
    if (walks < 1 || told.history() != null || resume != null) {
      throw new UserError(
          "--walks takes a number >= 1, and made history; for more than one give no --resume");
    }
    Walks all = new Walks();
    for (int i = 0; i < walks; i++) {
      long seed = told.seed() + i;
      all.add(walk(told.withSeed(seed), RunFolder.create(folder.file("seed-" + seed))));
    }
    folder.writeJson("walks.json", all.json());
    PrintWriter print = spec.commandLine().getOut();
    print.println();
    print.print(all.text());
    print.flush();
  }

  private Walks.One walk(LearnConfig told, RunFolder folder) {
    PrintWriter print = spec.commandLine().getOut();
    MadeHistory made = told.history() == null ? MadeHistory.of(told.made(), told.seed()) : null;
    ReplayMarket market = made == null ? read(told) : made.market();
    requireSame(folder, market);
    Places places = new Places(told, market);
    places.asItWas(0, market.data().length());
    int end = end(places, told.schedule().first() + LearnConfig.LOOK_BACK);
    DecisionLog decisions = new DecisionLog(folder.file("decisions.jsonl"));
    if (decisions.last().path("bar").asInt(-1) >= end) {
      throw new UserError(
          "--until "
              + until
              + " is before the last decision in "
              + folder.path()
              + ", of "
              + decisions.last().path("date").asText()
              + "; give a later day, or begin a walk of its own");
    }
    folder.writeJson(RunFolder.MANIFEST, manifest(told, market));
    try (GoesOn _ = new GoesOn("learn", folder.path())) {
      ModelRegistry registry = ModelRegistry.in(folder.file("models").resolve(told.role()));
      Walk walk =
          new Walk(
              told,
              places,
              registry,
              decisions,
              line -> {
                print.println(line);
                print.flush();
              });
      walk.to(end);
      Outcome outcome =
          Outcome.of(told, places, registry, walk, made == null ? List.of() : made.changes());
      folder.writeJson("outcome.json", outcome.json());
      print.println();
      print.print(outcome.text());
      print.println("The decisions: " + folder.file("decisions.jsonl"));
      print.flush();
      return new Walks.One(outcome, walk.gates(), walk.promotions());
    } catch (IOException e) {
      throw new UserError("cannot keep models in " + folder.path() + ": " + e.getMessage(), e);
    }
  }

  private static ReplayMarket read(LearnConfig told) {
    if (told.history() == null) {
      throw new IllegalStateException("no history");
    }
    return MarketSource.read(told.history());
  }

  /** The number of bars that are known on the last day; the first decision looks at those before {@code start}. */
  private int end(Places places, int start) {
    if (until == null) {
      return places.bars();
    }
    int end;
    try {
      long time =
          LocalDate.parse(until)
              .plusDays(1)
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant()
              .toEpochMilli();
      end = Math.min(places.bars(), places.history().data().barAt(time + 1));
    } catch (DateTimeException e) {
      throw new UserError("--until takes a day such as 2020-12-31, was " + until, e);
    }
    if (end < start && start < places.bars()) {
      throw new UserError(
          "--until "
              + until
              + " is before the first decision, which looks at all bars up to "
              + LocalDate.ofInstant(
                  Instant.ofEpochMilli(places.time(start - 1) - 1), ZoneOffset.UTC)
              + " (schedule.first and "
              + LearnConfig.LOOK_BACK
              + " before); give a later day or a smaller schedule.first");
    }
    return end;
  }

  private static void requireSame(RunFolder folder, ReplayMarket market) {
    if (folder.file(RunFolder.MANIFEST).toFile().exists()) {
      JsonNode hash = folder.readJson(RunFolder.MANIFEST).path("data_sha256");
      if (!hash.asText(market.fingerprint()).equals(market.fingerprint())) {
        throw new UserError(
            "the data have changed since the walk began (SHA-256 "
                + hash.asText()
                + ", now "
                + market.fingerprint()
                + "); begin a new walk");
      }
    }
  }

  private static Map<String, Object> manifest(LearnConfig told, ReplayMarket market) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("command", "learn");
    content.put("version", CodeVersion.describe());
    content.put("told", told.keys());
    content.put("data_sha256", market.fingerprint());
    return content;
  }
}

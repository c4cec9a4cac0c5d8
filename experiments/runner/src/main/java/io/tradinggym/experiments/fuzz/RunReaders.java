package io.tradinggym.experiments.fuzz;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Training;
import io.tradinggym.allocator.desk.LearnedFeatures;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.experiments.allocate.AllocateConfig;
import io.tradinggym.experiments.compare.FinishedRun;
import io.tradinggym.experiments.config.ConfigFile;
import io.tradinggym.experiments.config.SearchConfig;
import io.tradinggym.experiments.learn.LearnConfig;
import io.tradinggym.experiments.ledger.Entry;
import io.tradinggym.experiments.ledger.Ledger;
import io.tradinggym.experiments.ledger.LedgerRow;
import io.tradinggym.experiments.ledger.Outcome;
import io.tradinggym.experiments.ledger.Status;
import io.tradinggym.experiments.models.ModelStore;
import io.tradinggym.experiments.models.RegisteredRun;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.run.TrialResult;
import io.tradinggym.experiments.run.TrialSet;
import io.tradinggym.market.data.Range;
import io.tradinggym.market.data.Split;
import io.tradinggym.market.feature.FeatureChoice;
import io.tradinggym.market.process.Markets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What commands are told and what runs leave: configurations, ledgers, trials, manifests, policies with features. */
final class RunReaders {
  private static final String CONFIGURATION = "config.yaml";
  private static final String POLICY = "a.policy";
  private static final Instant NOW = Instant.parse("2026-01-15T00:00:00Z");

  private RunReaders() {}

  static List<FileKind> all(Path scratch) throws IOException {
    Options options = features();
    byte[] policy = policy(scratch, FeatureChoice.prepared(options, train()));
    return List.of(
        FileKind.files(
            "allocations",
            CONFIGURATION,
            file -> AllocateConfig.read(file, List.of()),
            Samples.allocation()),
        FileKind.files(
            "walks", CONFIGURATION, file -> LearnConfig.read(file, List.of()), Samples.walk()),
        FileKind.files("searches", CONFIGURATION, RunReaders::search, Samples.search()),
        FileKind.files(
            "trial-specifications",
            "specification.yaml",
            file -> new TrialSet(ConfigFile.text(file), file.resolveSibling("trials")),
            Samples.trial()),
        FileKind.texts(
            "trial-results",
            text -> {
              TrialResult result = new TrialResult(text.getBytes(StandardCharsets.UTF_8));
              result.seed();
              result.validation();
              result.policy();
            },
            Samples.trialResult(Base64.getEncoder().encodeToString(policy))),
        ledgers(scratch),
        manifests("run-manifests", RunFolder.MANIFEST, Samples.manifest(), policy),
        manifests("run-metrics", "metrics.json", Samples.metrics(), policy),
        FileKind.files(
            "policies-with-features",
            POLICY,
            bytes -> bytes,
            file -> {
              Policy.load(file);
              if (LearnedFeatures.in(file)) {
                LearnedFeatures.restore(file, options);
              }
            },
            List.of(policy)));
  }

  private static void search(Path file) {
    String text = ConfigFile.text(file);
    ConfigFile.parse(text, List.of(), file.toString());
    SearchConfig.of(text, List.of(), file.toString());
  }

  private static Range.Train train() {
    return Split.paths(Markets.named("gbm")).train();
  }

  private static Options features() {
    return Options.NONE.set(
        Registry.global().get("Stock-v1").options(), "features", "rsi(14), return5");
  }

  /** A policy of any task with what these features learned behind it. */
  private static byte[] policy(Path scratch, Options learned) throws IOException {
    Path file = scratch.resolve("features.policy");
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 2)) {
      Ppo.settings().set("hidden", "[8]").build().train(envs, Training.steps(1)).save(file);
    }
    LearnedFeatures.append(file, learned);
    return Files.readAllBytes(file);
  }

  private static FileKind ledgers(Path scratch) throws IOException {
    Path file = Files.createDirectories(scratch.resolve("ledger")).resolve(Ledger.NAME);
    Ledger ledger = Ledger.at(file, () -> NOW);
    for (Status status : List.of(Status.FINISHED, Status.FAILED, Status.PRUNED)) {
      Entry entry =
          new Entry(
              "train",
              "runs/" + status,
              "7",
              "Stock-v1",
              "gbm",
              Map.of("train", "ab"),
              "seed: 7",
              7,
              "1234");
      ledger.begin(List.of(entry));
      ledger.end(
          entry,
          status == Status.FINISHED
              ? Outcome.scored("validation", 0.25)
              : Outcome.of(status, "why"));
    }
    return FileKind.files(
        "ledgers",
        Ledger.NAME,
        bytes -> bytes,
        damaged -> {
          for (LedgerRow row : Ledger.at(damaged).rows()) {
            Instant.parse(row.began());
          }
        },
        List.of(Files.readAllBytes(file)));
  }

  /** One file of a finished run; the others are sound. */
  private static FileKind manifests(String name, String file, String sample, byte[] policy) {
    return FileKind.files(
        name,
        file,
        damaged -> {
          MarketReaders.beside(damaged, RunFolder.MANIFEST, Samples.manifest());
          MarketReaders.beside(damaged, "metrics.json", Samples.metrics());
          Path run = Objects.requireNonNull(damaged.getParent());
          Path policies = Files.createDirectories(run.resolve("policies"));
          if (!Files.exists(policies.resolve("seed-7"))) {
            Files.write(policies.resolve("seed-7"), policy);
          }
          FinishedRun.read(run);
          new RegisteredRun(RunFolder.open(run))
              .into(new ModelStore(run.resolve("models")), "a", 0);
        },
        sample);
  }
}

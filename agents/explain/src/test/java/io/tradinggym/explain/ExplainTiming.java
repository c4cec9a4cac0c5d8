package io.tradinggym.explain;

import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Learner;
import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.explain.attribution.IntegratedGradients;
import io.tradinggym.explain.attribution.PolicyMargin;
import io.tradinggym.explain.card.Background;
import io.tradinggym.explain.card.CardExplainer;
import io.tradinggym.explain.card.DecisionTrace;
import io.tradinggym.explain.card.Situation;
import io.tradinggym.explain.memory.Entry;
import io.tradinggym.explain.memory.ExactMemory;
import io.tradinggym.explain.memory.Kind;
import io.tradinggym.explain.memory.LuceneMemory;
import io.tradinggym.explain.memory.Match;
import io.tradinggym.explain.memory.Memory;
import io.tradinggym.explain.memory.Query;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * CPU times of explanations and of memory, and with a third argument what Lucene's graph finds of the nearest: {@code
 * java ... ExplainTiming [FOLDER [CASES [graph]]]}.
 */
public final class ExplainTiming {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final int INPUTS = 32;
  private static final int ROUNDS = 15;

  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

  /** Kept, so that it is added up at all. */
  private static float ones;

  private ExplainTiming() {}

  /** Thirty-two numbers and three choices; never played. */
  private static final class Still implements EnvironmentLogic {
    private final EnvironmentSpec spec =
        EnvironmentSpec.of("Still-v1")
            .observation(Box.of(-10, 10, INPUTS))
            .action(Discrete.of(3))
            .maxSteps(10)
            .build();

    @Override
    public EnvironmentSpec spec() {
      return spec;
    }

    @Override
    public void reset(RandomStream random, Options options, Frame frame) {
      for (int i = 0; i < INPUTS; i++) {
        frame.observe(i, 0);
      }
    }

    @Override
    public EndReason step(Action action, RandomStream random, Frame frame) {
      return EndReason.NONE;
    }
  }

  public static void main(String[] args) throws IOException {
    attribution();
    Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("memory");
    memory(folder.resolve("cases"), args.length > 1 ? Integer.parseInt(args[1]) : 100_000);
    if (args.length > 2) {
      graph(folder, Integer.parseInt(args[1]));
    }
  }

  private static void attribution() {
    for (Activation activation : List.of(Activation.TANH, Activation.RELU)) {
      Policy policy;
      try (VectorEnvironment envs = Gym.vector(Still::new).lanes(2).make();
          Learner learner =
              Ppo.settings()
                  .network(new Mlp(List.of(64, 64), activation))
                  .rolloutSteps(8)
                  .build()
                  .start(envs, 1, 1)) {
        policy = learner.policy();
      }
      RandomStream random = RandomStreams.of(1).stream("rows");
      float[] rows = new float[1_000 * INPUTS];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = (float) random.gaussian();
      }
      float[] observation = Arrays.copyOf(rows, INPUTS);
      PolicyMargin margin = new PolicyMargin(policy, IntegratedGradients.STEPS);
      margin.choose(1, 0);
      IntegratedGradients gradients = new IntegratedGradients(margin, IntegratedGradients.STEPS);
      float[] baseline = new float[INPUTS];
      System.out.printf(
          "integrated gradients 32-64-64-3, 64 steps, %s: %.1f us%n",
          activation, best(() -> gradients.of(observation, baseline), 2_000));
      CardExplainer cards = new CardExplainer(policy, new Background(rows, INPUTS));
      float[] scores = new float[3];
      margin.scores(observation, scores);
      DecisionTrace trace =
          new DecisionTrace(
              0,
              1,
              false,
              "",
              List.of(),
              observation,
              new boolean[0],
              scores,
              new float[] {policy.act(observation)},
              List.of(),
              List.of(new DecisionTrace.Holding("SPY", 400, 0, 10)),
              List.of(),
              Map.of(),
              Situation.NONE);
      System.out.printf("card, %s: %.1f us%n", activation, best(() -> cards.explain(trace), 500));
    }
  }

  private static void memory(Path folder, int cases) {
    RandomStream random = RandomStreams.of(2).stream("cases");
    try (Memory memory = ExactMemory.open(folder, 64, "timing")) {
      long start = CPU.getCurrentThreadCpuTime();
      for (int i = 0; i < cases; i++) {
        float[] vector = new float[64];
        for (int j = 0; j < 64; j++) {
          vector[j] = (float) random.gaussian();
        }
        memory.add(new Entry(i, i, i, i, i, Kind.PATTERN, vector, 0, 0));
      }
      System.out.printf(
          "%,d cases added: %.1f us each%n",
          cases, (CPU.getCurrentThreadCpuTime() - start) / 1e3 / cases);
      float[] wanted = new float[64];
      Arrays.fill(wanted, .1f);
      Query query = Query.of(wanted, 10, cases);
      System.out.printf(
          "10 nearest of %,d x 64: %.2f ms%n", cases, best(() -> memory.search(query), 20) / 1e3);
    }
    float[] floats = new float[64 * cases];
    Arrays.fill(floats, 1);
    System.out.printf(
        "adding up as many floats and nothing else: %.2f ms%n",
        best(() -> ones = sum(floats), 20) / 1e3);
  }

  /** Vectors of length one around two hundred centres; a question for six walks with a beam of 50. */
  private static void graph(Path folder, int cases) {
    RandomStream random = RandomStreams.of(3).stream("clusters");
    float[][] centres = new float[200][];
    Arrays.setAll(centres, _ -> unit(new float[64], 1, random));
    try (Memory exact = ExactMemory.open(folder.resolve("exact"), 64, "graph");
        Memory graph = LuceneMemory.open(folder.resolve("graph"), 64, "graph")) {
      long start = CPU.getCurrentThreadCpuTime();
      for (int i = 0; i < cases; i++) {
        float[] vector = unit(centres[random.integer(centres.length)], .1, random);
        Entry entry = new Entry(i, i, i, i, i, Kind.PATTERN, vector, 0, 0);
        exact.add(entry);
        graph.add(entry);
      }
      graph.flush();
      System.out.printf(
          "%,d cases in a graph: %.1f s%n", cases, (CPU.getCurrentThreadCpuTime() - start) / 1e9);
      for (int k : new int[] {6, 10}) {
        int hits = 0;
        long searched = 0;
        for (int i = 0; i < 500; i++) {
          float[] wanted = unit(centres[random.integer(centres.length)], .1, random);
          Query query = Query.of(wanted, k, cases);
          List<Match> nearest = exact.search(query);
          long before = CPU.getCurrentThreadCpuTime();
          List<Match> found = graph.search(query);
          searched += CPU.getCurrentThreadCpuTime() - before;
          List<Long> ids = found.stream().map(match -> match.entry().id()).toList();
          hits += (int) nearest.stream().filter(match -> ids.contains(match.entry().id())).count();
        }
        System.out.printf(
            "%d nearest by the graph: recall %.4f, %.2f ms%n",
            k, hits / (500.0 * k), searched / 500e6);
      }
    }
  }

  private static float[] unit(float[] centre, double noise, RandomStream random) {
    float[] vector = new float[centre.length];
    double square = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (centre[i] + noise * random.gaussian());
      square += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }

  private static float sum(float[] floats) {
    int lanes = LANES.length();
    FloatVector a = FloatVector.zero(LANES);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    for (int i = 0; i + 4 * lanes <= floats.length; i += 4 * lanes) {
      a = a.add(FloatVector.fromArray(LANES, floats, i));
      b = b.add(FloatVector.fromArray(LANES, floats, i + lanes));
      c = c.add(FloatVector.fromArray(LANES, floats, i + 2 * lanes));
      d = d.add(FloatVector.fromArray(LANES, floats, i + 3 * lanes));
    }
    return a.add(b).add(c.add(d)).reduceLanes(VectorOperators.ADD);
  }

  /** Least CPU microseconds of a call, over rounds of so many. */
  private static double best(Runnable call, int times) {
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      long start = CPU.getCurrentThreadCpuTime();
      for (int i = 0; i < times; i++) {
        call.run();
      }
      best = Math.min(best, (CPU.getCurrentThreadCpuTime() - start) / 1e3 / times);
    }
    return best;
  }
}

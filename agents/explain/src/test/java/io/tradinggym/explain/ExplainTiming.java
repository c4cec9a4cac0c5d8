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

/** CPU times of explanations and of memory: {@code java ... ExplainTiming [FOLDER [CASES]]}. */
public final class ExplainTiming {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final int INPUTS = 32;
  private static final int ROUNDS = 15;

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

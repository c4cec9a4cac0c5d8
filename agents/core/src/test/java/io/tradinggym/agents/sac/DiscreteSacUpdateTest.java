package io.tradinggym.agents.sac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.Plain;
import io.tradinggym.agents.Scripted;
import io.tradinggym.agents.UpdateState;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.CategoricalPolicy;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.PolicySpec;
import io.tradinggym.agents.replay.PlainSample;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The updates of actor, critics and temperature against their formulas, written down a second time. */
class DiscreteSacUpdateTest {
  private static final double CLOSE = 2e-5;
  private static final int CHOICES = 3;
  private static final Discrete ACTIONS = new Discrete(CHOICES, 2);
  private static final double ALPHA = 0.7;

  private static SacSettings settings() {
    return DiscreteSac.settings()
        .batch(PlainSample.ROWS)
        .temperature(ALPHA)
        .entropyShare(0.35)
        .tau(0.25)
        .adamEpsilon(Plain.RATE)
        .learningRate(Plain.RATE)
        .network(new Mlp(List.of(4), Activation.TANH))
        .buildDiscrete()
        .values();
  }

  private final SacSettings settings = settings();
  private final PlainSample plain = new PlainSample(CHOICES, 2, 9);
  private final Network net = settings.network().smallNetwork(PlainSample.INPUTS, CHOICES);
  private final RandomStream random = RandomStreams.of(3).stream("test");

  private float[] actor(RandomStream stream) {
    float[] params = new float[net.parameters()];
    net.initialise(params, 0, stream::gaussian);
    return params;
  }

  /** sum_a pi(a) (min(Q_1, Q_2)(a) - alpha log pi(a)), of what is allowed. */
  private double soft(double[] pi, double[] critics, boolean next, int row) {
    double[] seen = next ? plain.next(row) : plain.observation(row);
    double[] chances = plain.chances(Plain.forward(net, pi, 0, seen), next, row);
    double[] first = Plain.forward(net, critics, 0, seen);
    double[] second = Plain.forward(net, critics, net.parameters(), seen);
    double sum = 0;
    for (int a = 0; a < CHOICES; a++) {
      sum +=
          chances[a] > 0
              ? chances[a] * (Math.min(first[a], second[a]) - ALPHA * Math.log(chances[a]))
              : 0;
    }
    return sum;
  }

  private double entropy(double[] pi, int row) {
    double sum = 0;
    for (double p : plain.chances(Plain.forward(net, pi, 0, plain.observation(row)), false, row)) {
      sum -= p > 0 ? p * Math.log(p) : 0;
    }
    return sum;
  }

  private double largest(int row) {
    int allowed = 0;
    for (int a = 0; a < CHOICES; a++) {
      allowed += plain.allowed(false, row, a) ? 1 : 0;
    }
    return Math.log(allowed);
  }

  private double criticLoss(double[] p, double[] target, double[] pi) {
    return PlainSample.mean(
        row -> {
          double discount = plain.sample.discounts[row];
          double y =
              plain.sample.rewards[row]
                  + (discount == 0 ? 0 : discount * soft(pi, target, true, row));
          double sum = 0;
          for (int which = 0; which < 2; which++) {
            double[] values =
                Plain.forward(net, p, which * net.parameters(), plain.observation(row));
            double error = values[(int) plain.sample.actions[row] - 2] - y;
            sum += 0.5 * plain.sample.weights[row] * error * error;
          }
          return sum;
        });
  }

  @Test
  void theCriticsStepDownTheirLoss() {
    float[] actorParams = actor(random);
    double[] pi = Plain.doubles(actorParams);
    try (DiscreteCritics critics =
        new DiscreteCritics(settings, ACTIONS, net, actorParams, random, 1)) {
      float[] before = critics.params().clone();
      double[] target = Plain.doubles(before);
      double[] gradient = Plain.gradient(before, p -> criticLoss(p, target, pi));
      critics.learn(plain.sample, (float) ALPHA, Plain.RATE);
      Plain.assertMoved(before, critics.params(), gradient, 1);
      assertThat(critics.meanLoss()).isCloseTo(criticLoss(target, target, pi), within(CLOSE));
      assertThat(critics.meanValue())
          .isCloseTo(
              PlainSample.mean(
                  row ->
                      Plain.forward(net, target, 0, plain.observation(row))[
                          (int) plain.sample.actions[row] - 2]),
              within(CLOSE));
      for (int row = 0; row < PlainSample.ROWS; row++) {
        assertThat(plain.sample.errors[row]).isPositive();
      }
    }
  }

  @Test
  void theTargetsFollowByTheirPart() {
    float[] actorParams = actor(random);
    double[] pi = Plain.doubles(actorParams);
    try (DiscreteCritics critics =
        new DiscreteCritics(settings, ACTIONS, net, actorParams, random, 1)) {
      double[] before = Plain.doubles(critics.params());
      critics.learn(plain.sample, (float) ALPHA, Plain.RATE);
      critics.follow();
      double[] now = Plain.doubles(critics.params());
      double[] target = new double[before.length];
      for (int i = 0; i < target.length; i++) {
        target[i] = before[i] + 0.25 * (now[i] - before[i]);
      }
      critics.learn(plain.sample, (float) ALPHA, 1e-9);
      assertThat(critics.meanLoss()).isCloseTo(criticLoss(now, target, pi), within(CLOSE));
    }
  }

  @Test
  void theActorStepsDownItsLoss() {
    float[] params = actor(random);
    float[] before = params.clone();
    try (DiscreteCritics critics = new DiscreteCritics(settings, ACTIONS, net, params, random, 1);
        DiscreteActor actor = new DiscreteActor(settings, critics, ACTIONS, net, params, 1)) {
      double[] q = Plain.doubles(critics.params());
      ToDoubleFunction<double[]> loss = p -> PlainSample.mean(row -> -soft(p, q, false, row));
      double[] gradient = Plain.gradient(before, loss);
      actor.learn(plain.sample, (float) ALPHA, Plain.RATE);
      Plain.assertMoved(before, params, gradient, 1);
      double[] pi = Plain.doubles(before);
      assertThat(actor.meanLoss()).isCloseTo(loss.applyAsDouble(pi), within(CLOSE));
      assertThat(actor.meanEntropy())
          .isCloseTo(PlainSample.mean(row -> entropy(pi, row)), within(CLOSE));
      assertThat(actor.largestEntropy()).isCloseTo(PlainSample.mean(this::largest), within(CLOSE));
    }
  }

  @Test
  void theEntropyAimsAtItsShareOfWhatIsAllowed() {
    long seed = 21;
    RandomStream parameters = RandomStreams.of(seed).stream("parameters");
    double[] pi = Plain.doubles(actor(parameters));
    try (VectorEnvironment envs = envs();
        DiscreteSacUpdate update = new DiscreteSacUpdate(settings, envs, seed, 1)) {
      update.learn(plain.sample, 0);
      Map<String, Double> figures = update.metrics();
      double entropy = PlainSample.mean(row -> entropy(pi, row));
      double aim = 0.35 * PlainSample.mean(this::largest);
      assertThat(figure(figures, "policy/entropy")).isCloseTo(entropy, within(CLOSE));
      assertThat(figure(figures, "policy/temperature"))
          .isCloseTo(ALPHA * Math.exp(aim - entropy), within(1e-4));
    }
  }

  private static double figure(Map<String, Double> figures, String name) {
    return Objects.requireNonNull(figures.get(name), name);
  }

  private static VectorEnvironment envs() {
    return envs(1);
  }

  private static VectorEnvironment envs(int lanes) {
    return Gym.vector(
        () ->
            new Scripted(
                Scripted.described(Box.of(-1000, 1000, PlainSample.INPUTS), ACTIONS)
                    .masked(true)
                    .build(),
                (law, action, frame) -> EndReason.NONE),
        lanes,
        1,
        AutoReset.NEXT_STEP);
  }

  @Test
  void itsStateIsAllThatItGoesOnFrom() throws IOException {
    try (VectorEnvironment envs = envs()) {
      List<DiscreteSacUpdate> updates = new ArrayList<>();
      UpdateState.assertGoesOn(
          seed -> {
            updates.add(new DiscreteSacUpdate(settings, envs, seed, 1));
            return updates.getLast();
          },
          update -> {
            update.learn(plain.sample, 0);
            return update.metrics();
          });
      updates.forEach(DiscreteSacUpdate::close);
    }
  }

  @Test
  void beginsWithAnOlderPolicy() throws IOException {
    try (VectorEnvironment envs = envs();
        DiscreteSacUpdate older = new DiscreteSacUpdate(settings, envs, 5, 1);
        DiscreteSacUpdate update = new DiscreteSacUpdate(settings, envs, 6, 1)) {
      CategoricalPolicy policy = (CategoricalPolicy) older.policy(PolicySpec.of(envs.spec()));
      UpdateState.assertBeginsWith(update, policy, plain.sample, policy.parameters(), 1);
    }
  }

  @Test
  void targetCriticsFollow() throws IOException {
    try (VectorEnvironment envs = envs();
        DiscreteSacUpdate update = new DiscreteSacUpdate(settings, envs, 6, 1)) {
      UpdateState.assertTargetsFollow(update, 0, net, 0.25, () -> update.learn(plain.sample, 0));
    }
  }

  /** Two observations in turn; at the second one choice is not allowed. */
  @Test
  void exploresByTheChancesOfItsPolicyAndByAllAlikeAtFirst() {
    int lanes = 6_000;
    double[][] seen = {{1, -2, 0.5}, {-1, 0.3, 2}};
    try (VectorEnvironment envs = envs(lanes);
        DiscreteSacUpdate update = new DiscreteSacUpdate(settings, envs, 6, 1)) {
      CategoricalPolicy policy = (CategoricalPolicy) update.policy(PolicySpec.of(envs.spec()));
      float[] decided = policy.parameters().clone();
      for (int i = 0; i < decided.length; i++) {
        decided[i] *= 50;
      }
      update.adopt(new CategoricalPolicy(PolicySpec.of(envs.spec()), settings.network(), decided));
      double[] params = Plain.doubles(decided);
      Batch batch = envs.newBatch();
      float[] inputs = new float[lanes * PlainSample.INPUTS];
      RandomStream[] randoms = new RandomStream[lanes];
      for (int lane = 0; lane < lanes; lane++) {
        randoms[lane] = RandomStreams.of(lane).stream("lane");
        for (int i = 0; i < PlainSample.INPUTS; i++) {
          inputs[lane * PlainSample.INPUTS + i] = (float) seen[lane % 2][i];
        }
        for (int a = 0; a < CHOICES; a++) {
          batch.masks[lane * CHOICES + a] = lane % 2 == 0 || a != 1;
        }
      }
      float[] out = new float[lanes];
      for (boolean untrained : new boolean[] {true, false}) {
        update.explore(inputs, batch, randoms, untrained, 0, out);
        for (int which = 0; which < 2; which++) {
          double[] weights = Plain.forward(net, params, 0, seen[which]);
          double sum = 0;
          for (int a = 0; a < CHOICES; a++) {
            boolean allowed = which == 0 || a != 1;
            weights[a] = allowed ? untrained ? 1 : Math.exp(weights[a]) : 0;
            sum += weights[a];
          }
          for (int a = 0; a < CHOICES; a++) {
            // Six standard errors of 3,000 draws.
            assertThat(share(out, which, 2 + a)).isCloseTo(weights[a] / sum, within(0.055));
          }
        }
      }
      double[] logits = Plain.forward(net, params, 0, seen[0]);
      assertThat(
              Arrays.stream(logits).max().orElseThrow() - Arrays.stream(logits).min().orElseThrow())
          .as("the policy prefers something")
          .isGreaterThan(0.4);
    }
  }

  private static double share(float[] actions, int which, int choice) {
    double count = 0;
    for (int lane = which; lane < actions.length; lane += 2) {
      count += actions[lane] == choice ? 1 : 0;
    }
    return count / (actions.length / 2.0);
  }
}

package io.tradinggym.agents.dqn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tradinggym.agents.Plain;
import io.tradinggym.agents.Scripted;
import io.tradinggym.agents.UpdateState;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.PolicySpec;
import io.tradinggym.agents.policy.QPolicy;
import io.tradinggym.agents.policy.returns.CategoricalReturn;
import io.tradinggym.agents.policy.returns.MeanReturn;
import io.tradinggym.agents.policy.returns.QuantileReturn;
import io.tradinggym.agents.policy.returns.ReturnLaw;
import io.tradinggym.agents.replay.PlainSample;
import io.tradinggym.agents.replay.ReplaySample;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Snapshots;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The update against the formulas of its losses, written down a second time. */
class DqnUpdateTest {
  private static final double CLOSE = 1e-5;
  private static final int CHOICES = 3;
  private static final int START = 2;
  private static final CategoricalReturn ATOMS = new CategoricalReturn(4, -1.5, 2);
  private static final QuantileReturn QUANTILES = new QuantileReturn(3);

  private static DqnSettings.Builder settings() {
    return Dqn.settings()
        .batch(PlainSample.ROWS)
        .maxGradientNorm(1e9)
        .adamEpsilon(Plain.RATE)
        .learningRate(Plain.RATE)
        .network(new Mlp(List.of(4), Activation.TANH));
  }

  private static VectorEnvironment envs(int lanes) {
    return Gym.vector(
        () ->
            new Scripted(
                Scripted.described(
                        Box.of(-1000, 1000, PlainSample.INPUTS), new Discrete(CHOICES, START))
                    .masked(true)
                    .build(),
                (law, action, frame) -> EndReason.NONE),
        lanes,
        1,
        AutoReset.NEXT_STEP);
  }

  /** An update whose online and target networks differ, and everything that a plain look needs. */
  private static final class Case implements AutoCloseable {
    private final VectorEnvironment envs = envs(1);
    private final DqnUpdate update;
    private final Network network;
    private final ParameterLayout layout;
    private final ReturnLaw law;

    Case(DqnSettings.Builder builder) throws IOException {
      DqnSettings settings = builder.build().values();
      law = settings.shape().returns();
      network = settings.shape().network(PlainSample.INPUTS, new Discrete(CHOICES, START));
      layout = ParameterLayout.of("q", network);
      update = new DqnUpdate(settings, envs, 3, 1);
      float[] params = params();
      float[] target = params.clone();
      RandomStream random = RandomStreams.of(8).stream("test");
      for (int i = 0; i < params.length; i++) {
        params[i] += (float) (0.5 * random.gaussian());
        target[i] += (float) (0.5 * random.gaussian());
      }
      set(params, target);
    }

    float[] params() {
      return ((QPolicy) update.policy(PolicySpec.of(envs.spec()))).parameters();
    }

    float[] target() throws IOException {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(Snapshots.take(update)));
      float[] params = new float[layout.size()];
      ParameterFile.read(in, layout, params);
      ParameterFile.read(in, layout, params);
      return params;
    }

    private void set(float[] params, float[] target) throws IOException {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(Snapshots.take(update)));
      ParameterFile.read(in, layout, params.clone());
      ParameterFile.read(in, layout, params.clone());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      ParameterFile.write(out, layout, params);
      ParameterFile.write(out, layout, target);
      out.write(in.readAllBytes());
      Snapshots.restore(update, bytes.toByteArray());
    }

    @Override
    public void close() {
      update.close();
      envs.close();
    }
  }

  /** The numbers of a choice among a row's outputs. */
  private static double[] of(double[] outputs, int choice) {
    int atoms = outputs.length / CHOICES;
    double[] part = new double[atoms];
    System.arraycopy(outputs, choice * atoms, part, 0, atoms);
    return part;
  }

  private static double[] softmax(double[] logits) {
    double[] chances = new double[logits.length];
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit);
    }
    for (int i = 0; i < logits.length; i++) {
      chances[i] = Math.exp(logits[i]) / sum;
    }
    return chances;
  }

  private static double meanOf(ReturnLaw law, double[] numbers) {
    double sum = 0;
    for (int i = 0; i < numbers.length; i++) {
      sum +=
          switch (law) {
            case MeanReturn mean -> numbers[i];
            case QuantileReturn quantiles -> numbers[i] / numbers.length;
            case CategoricalReturn atoms -> softmax(numbers)[i] * atoms.at(i);
          };
    }
    return sum;
  }

  private static double huber(double x) {
    return Math.abs(x) <= 1 ? 0.5 * x * x : Math.abs(x) - 0.5;
  }

  /** What the numbers of the action taken pay, and how wrong they are. */
  private record Price(double loss, double error) {}

  private static Price price(
      ReturnLaw law, double[] own, double reward, double discount, double[] next) {
    return switch (law) {
      case MeanReturn mean -> {
        double error = own[0] - (reward + discount * next[0]);
        yield new Price(huber(error), error);
      }
      case QuantileReturn quantiles -> {
        double loss = 0;
        for (int i = 0; i < own.length; i++) {
          double tau = (i + 0.5) / own.length;
          for (double theta : next) {
            double u = reward + discount * theta - own[i];
            loss += Math.abs(tau - (u < 0 ? 1 : 0)) * huber(u) / own.length;
          }
        }
        yield new Price(loss, meanOf(law, own) - reward - discount * meanOf(law, next));
      }
      case CategoricalReturn atoms -> {
        double[] wanted = new double[own.length];
        double[] chances = softmax(next);
        for (int j = 0; j < own.length; j++) {
          double moved = Math.clamp(reward + discount * atoms.at(j), atoms.low(), atoms.high());
          for (int i = 0; i < own.length; i++) {
            wanted[i] += chances[j] * Math.max(0, 1 - Math.abs(moved - atoms.at(i)) / atoms.gap());
          }
        }
        double crossEntropy = 0;
        double divergence = 0;
        for (int i = 0; i < own.length; i++) {
          double log = Math.log(softmax(own)[i]);
          crossEntropy -= wanted[i] * log;
          divergence += wanted[i] > 0 ? wanted[i] * (Math.log(wanted[i]) - log) : 0;
        }
        yield new Price(crossEntropy, divergence);
      }
    };
  }

  private static int best(ReturnLaw law, PlainSample plain, int row, double[] outputs) {
    int best = -1;
    for (int a = 0; a < CHOICES; a++) {
      if (plain.allowed(true, row, a)
          && (best < 0 || meanOf(law, of(outputs, a)) > meanOf(law, of(outputs, best)))) {
        best = a;
      }
    }
    return best;
  }

  private static Price price(
      Case c,
      boolean doubleQ,
      PlainSample plain,
      int row,
      double[] p,
      float[] online,
      float[] target) {
    ReplaySample s = plain.sample;
    double[] next = new double[c.network.outputs() / CHOICES];
    if (s.discounts[row] != 0) {
      double[] values = Plain.forward(c.network, Plain.doubles(target), 0, plain.next(row));
      double[] choices =
          doubleQ ? Plain.forward(c.network, Plain.doubles(online), 0, plain.next(row)) : values;
      next = of(values, best(c.law, plain, row, choices));
    }
    double[] own =
        of(Plain.forward(c.network, p, 0, plain.observation(row)), (int) s.actions[row] - START);
    return price(c.law, own, s.rewards[row], s.discounts[row], next);
  }

  static List<Arguments> cases() {
    List<Arguments> cases = new ArrayList<>();
    for (ReturnLaw law : List.of(ReturnLaw.expectation(), ATOMS, QUANTILES)) {
      for (boolean doubleQ : new boolean[] {false, true}) {
        for (boolean dueling : new boolean[] {false, true}) {
          cases.add(arguments(law, doubleQ, dueling));
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void stepsDownTheGradientOfItsLoss(ReturnLaw law, boolean doubleQ, boolean dueling)
      throws IOException {
    PlainSample plain = new PlainSample(CHOICES, START, 4);
    ReplaySample sample = plain.sample;
    try (Case c = new Case(settings().returns(law).doubleQ(doubleQ).dueling(dueling))) {
      float[] before = c.params();
      float[] target = c.target();
      double[] gradient =
          Plain.gradient(
              before,
              p ->
                  PlainSample.mean(
                      row ->
                          sample.weights[row]
                              * price(c, doubleQ, plain, row, p, before, target).loss()));
      c.update.learn(sample, 0.5);
      Plain.assertMoved(before, c.params(), gradient, 1);
      assertThat(c.target()).as("the target network waits").isEqualTo(target);
      double[] p = Plain.doubles(before);
      double loss = 0;
      double value = 0;
      for (int row = 0; row < PlainSample.ROWS; row++) {
        Price price = price(c, doubleQ, plain, row, p, before, target);
        assertThat((double) sample.errors[row]).isCloseTo(price.error(), within(CLOSE));
        loss += sample.weights[row] * price.loss() / PlainSample.ROWS;
        double[] outputs = Plain.forward(c.network, p, 0, plain.observation(row));
        value += meanOf(law, of(outputs, (int) sample.actions[row] - START)) / PlainSample.ROWS;
      }
      assertThat(figure(c, "loss/value")).isCloseTo(loss, within(CLOSE));
      assertThat(figure(c, "value/mean")).isCloseTo(value, within(CLOSE));
      assertThat(figure(c, "update/gradientNorm")).isCloseTo(Plain.norm(gradient), within(1e-4));
    }
  }

  private static double figure(Case c, String name) {
    return Objects.requireNonNull(c.update.metrics().get(name), name);
  }

  /** The best next action of the two networks differs in some row, or double estimation would not be tested. */
  @Test
  void theTwoNetworksDisagree() throws IOException {
    PlainSample plain = new PlainSample(CHOICES, START, 4);
    try (Case c = new Case(settings())) {
      int differ = 0;
      for (int row = 0; row < PlainSample.ROWS; row++) {
        if (plain.sample.discounts[row] != 0) {
          double[] online = Plain.forward(c.network, Plain.doubles(c.params()), 0, plain.next(row));
          double[] other = Plain.forward(c.network, Plain.doubles(c.target()), 0, plain.next(row));
          differ += best(c.law, plain, row, online) == best(c.law, plain, row, other) ? 0 : 1;
        }
      }
      assertThat(differ).isPositive();
    }
  }

  @Test
  void longGradientsAreClippedAndTheRateFollowsItsSchedule() throws IOException {
    PlainSample plain = new PlainSample(CHOICES, START, 4);
    double norm;
    try (Case c = new Case(settings())) {
      c.update.learn(plain.sample, 0);
      norm = figure(c, "update/gradientNorm");
    }
    try (Case c =
        new Case(settings().maxGradientNorm(norm / 2).learningRate(Schedule.linear(Plain.RATE)))) {
      float[] before = c.params();
      c.update.learn(plain.sample, 0.75);
      double[] moved = new double[before.length];
      for (int i = 0; i < moved.length; i++) {
        moved[i] = before[i] - c.params()[i];
      }
      assertThat(Plain.norm(moved)).isCloseTo(norm / 8, within(1e-4));
      assertThat(figure(c, "update/learningRate")).isEqualTo(0.25 * Plain.RATE);
    }
  }

  /** Decay moves each parameter by its own part of it beside what the gradient does. */
  @Test
  void weightsDecayBesideTheStep() throws IOException {
    PlainSample plain = new PlainSample(CHOICES, START, 4);
    float[] before;
    float[] without;
    try (Case c = new Case(settings())) {
      before = c.params();
      c.update.learn(plain.sample, 0);
      without = c.params();
    }
    try (Case c = new Case(settings().weightDecay(0.25 / Plain.RATE))) {
      c.update.learn(plain.sample, 0);
      float[] with = c.params();
      for (int i = 0; i < before.length; i++) {
        assertThat((double) with[i]).isCloseTo(without[i] - 0.25 * before[i], within(CLOSE));
      }
    }
  }

  /** Every 10 steps, counted over four lanes: when 10, 20, 30 are reached or passed. */
  @Test
  void theTargetFollowsWhenItsTimeHasCome() throws IOException {
    for (double tau : new double[] {1, 0.25}) {
      try (Case c = new Case(settings().targetEvery(10).tau(tau))) {
        float[] params = c.params();
        for (int steps = 4; steps <= 40; steps += 4) {
          float[] before = c.target();
          c.update.stepped(steps, 4);
          float[] after = c.target();
          boolean due = List.of(12, 20, 32, 40).contains(steps);
          for (int i = 0; i < params.length; i++) {
            double expected = due ? before[i] + tau * (params[i] - before[i]) : before[i];
            assertThat((double) after[i]).as("step %d", steps).isCloseTo(expected, within(1e-6));
          }
        }
      }
    }
  }

  /** Lanes whose masks allow two of three choices. */
  @Test
  void exploresWithItsChanceAndIsGreedyOtherwise() {
    int lanes = 2_000;
    DqnSettings.Builder settings = settings().exploration(Schedule.linear(0.6, 0.2));
    try (VectorEnvironment envs = envs(lanes);
        DqnUpdate update = new DqnUpdate(settings.build().values(), envs, 3, 1)) {
      Batch batch = envs.newBatch();
      float[] inputs = new float[lanes * PlainSample.INPUTS];
      RandomStream[] randoms = new RandomStream[lanes];
      for (int lane = 0; lane < lanes; lane++) {
        randoms[lane] = RandomStreams.of(lane).stream("lane");
        for (int a = 0; a < CHOICES; a++) {
          batch.masks[lane * CHOICES + a] = a != 1;
        }
      }
      float[] actions = new float[lanes];
      QPolicy policy = (QPolicy) update.policy(PolicySpec.of(envs.spec()));
      float[] values = new float[CHOICES];
      int[] best = new int[lanes];
      RandomStream random = RandomStreams.of(12).stream("observations");
      for (int lane = 0; lane < lanes; lane++) {
        float[] observation = new float[PlainSample.INPUTS];
        for (int i = 0; i < observation.length; i++) {
          observation[i] = (float) random.gaussian();
          inputs[lane * PlainSample.INPUTS + i] = observation[i];
        }
        policy.actionValues(observation, values);
        best[lane] = values[0] >= values[2] ? START : START + 2;
      }
      assertThat(Arrays.stream(best).distinct()).hasSize(2);
      update.explore(inputs, batch, randoms, true, 0.25, actions);
      assertThat(share(actions, best)).isCloseTo(0.5, within(0.05));
      update.explore(inputs, batch, randoms, false, 0.25, actions);
      // Half of the random actions are the best one, too.
      assertThat(share(actions, best)).isCloseTo(1 - 0.5 * 0.5, within(0.05));
      update.explore(inputs, batch, randoms, false, 1, actions);
      assertThat(share(actions, best)).isCloseTo(1 - 0.5 * 0.2, within(0.05));
      for (float action : actions) {
        assertThat(action).isIn((float) START, START + 2f);
      }
    }
  }

  private static double share(float[] actions, int[] choices) {
    int count = 0;
    for (int lane = 0; lane < actions.length; lane++) {
      count += actions[lane] == choices[lane] ? 1 : 0;
    }
    return count / (double) actions.length;
  }

  @Test
  void itsStateIsAllThatItGoesOnFrom() throws IOException {
    ReplaySample sample = new PlainSample(CHOICES, START, 9).sample;
    try (VectorEnvironment envs = envs(1)) {
      List<DqnUpdate> updates = new ArrayList<>();
      UpdateState.assertGoesOn(
          seed -> {
            updates.add(new DqnUpdate(settings().build().values(), envs, seed, 1));
            return updates.getLast();
          },
          update -> {
            update.learn(sample, 0);
            update.stepped(1000, 1);
            return update.metrics();
          });
      updates.forEach(DqnUpdate::close);
    }
  }

  @Test
  void anOlderPolicyIsItsOwnTarget() throws IOException {
    DqnSettings settings = settings().build().values();
    try (VectorEnvironment envs = envs(1);
        DqnUpdate older = new DqnUpdate(settings, envs, 5, 1);
        DqnUpdate update = new DqnUpdate(settings, envs, 6, 1)) {
      QPolicy policy = (QPolicy) older.policy(PolicySpec.of(envs.spec()));
      UpdateState.assertBeginsWith(
          update, policy, new PlainSample(CHOICES, START, 9).sample, policy.parameters(), 2);
    }
  }
}

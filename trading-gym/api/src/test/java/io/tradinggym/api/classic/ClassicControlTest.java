package io.tradinggym.api.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.Action;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.Environment;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle is Gymnasium 1.3.0 itself: {@code trajectories.csv}, written by {@code trajectories.py} beside it. */
class ClassicControlTest {
  /** One step from Gymnasium's exact state; sines may differ in the last bit, rewards of Pendulum are float32 there. */
  private static final double STEP_TOLERANCE = 1e-13;

  private static final double PENDULUM_TORQUE_TOLERANCE = 1e-6;

  private record Row(
      int episode,
      int step,
      String action,
      List<Double> state,
      double reward,
      boolean terminated) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CartPole-v1",
        "MountainCar-v0",
        "MountainCarContinuous-v0",
        "Pendulum-v1",
        "Acrobot-v1"
      })
  void everyStepAgreesWithGymnasium(String id) throws IOException {
    EnvironmentLogic logic = Registry.global().maker(id, Options.NONE).get();
    Batch batch = new Batch(logic.spec(), 1, AutoReset.DISABLED);
    Frame frame = new Frame(batch).at(batch, 0);
    RandomStream unused = RandomStreams.of(0).stream("unused");
    double tolerance = id.equals("Pendulum-v1") ? PENDULUM_TORQUE_TOLERANCE : STEP_TOLERANCE;
    List<Row> rows = rows(id);
    int compared = 0;
    for (int i = 1; i < rows.size(); i++) {
      Row before = rows.get(i - 1);
      Row row = rows.get(i);
      if (row.step() == 0) {
        continue;
      }
      setState(logic, before.state());
      frame.clear();
      float action = Float.parseFloat(row.action());
      EndReason end = logic.step(new Action().at(new float[] {action}, 0), unused, frame);
      String where = id + " episode " + row.episode() + " step " + row.step();
      List<Double> reached = state(logic, row.state().size());
      for (int k = 0; k < reached.size(); k++) {
        assertThat(reached.get(k)).as(where).isCloseTo(row.state().get(k), within(tolerance));
      }
      assertThat(frame.reward()).as(where).isCloseTo(row.reward(), within(tolerance));
      assertThat(end.terminated()).as(where).isEqualTo(row.terminated());
      assertThat(logic.spec().observation().contains(batch.observations)).as(where).isTrue();
      compared++;
    }
    assertThat(compared).isGreaterThan(50);
  }

  @ParameterizedTest
  @CsvSource({
    "CartPole-v1,500,475",
    "MountainCar-v0,200,-110",
    "MountainCarContinuous-v0,999,90",
    "Pendulum-v1,200,NaN",
    "Acrobot-v1,500,-100"
  })
  void limitsAndThresholdsAreGymnasiums(String id, int maxSteps, double threshold) {
    try (Environment env = Gym.make(id)) {
      assertThat(env.spec().maxSteps()).isEqualTo(maxSteps);
      assertThat(env.spec().rewardThreshold()).isEqualTo(Double.valueOf(threshold));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MountainCar-v0,-0.6,-0.4",
    "MountainCarContinuous-v0,-0.6,-0.4",
    "CartPole-v1,-0.05,0.05",
    "Acrobot-v1,-0.1,0.1",
    "Pendulum-v1,-3.141592653589793,3.141592653589793"
  })
  void startsFillTheirRange(String id, double low, double high) throws IOException {
    EnvironmentLogic logic = Registry.global().maker(id, Options.NONE).get();
    Batch batch = new Batch(logic.spec(), 1, AutoReset.DISABLED);
    RandomStream random = RandomStreams.of(7).stream("starts");
    double smallest = Double.MAX_VALUE;
    double largest = -Double.MAX_VALUE;
    int starts = 4000;
    for (int i = 0; i < starts; i++) {
      logic.reset(random, Options.NONE, new Frame(batch).at(batch, 0));
      double first = state(logic, 2).getFirst();
      smallest = Math.min(smallest, first);
      largest = Math.max(largest, first);
    }
    // The gap at either end is exponential with mean (high - low) / starts: 20 means are exceeded
    // with chance 2e-9.
    double gap = 20 * (high - low) / starts;
    float roundedLow = (float) low;
    float roundedHigh = (float) high;
    assertThat(smallest).isBetween(Math.min(low, roundedLow), low + gap);
    assertThat(largest).isBetween(high - gap, Math.max(high, roundedHigh));
  }

  @Test
  void longPendulumRunsStayExactWhereSinesNeedReduction() {
    RandomStream random = RandomStreams.of(3).stream("angles");
    // Two roundings of the reduction, one of the polynomial, and the oracle's own.
    double bound = 4e-16;
    for (int i = 0; i < 200_000; i++) {
      double x = random.uniform(-1, 1) * Math.pow(10, random.uniform(-3, 6));
      assertThat(Trigonometry.sin(x)).as("sin(%s)", x).isCloseTo(StrictMath.sin(x), within(bound));
      assertThat(Trigonometry.cos(x)).as("cos(%s)", x).isCloseTo(StrictMath.cos(x), within(bound));
    }
    for (double huge : new double[] {1e7, -3e15, 1e300}) {
      assertThat(Trigonometry.sin(huge)).isEqualTo(StrictMath.sin(huge));
      assertThat(Trigonometry.cos(huge)).isEqualTo(StrictMath.cos(huge));
    }
    assertThat(Trigonometry.sin(Double.NaN)).isNaN();
  }

  private static void setState(EnvironmentLogic logic, List<Double> values) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (Double value : values) {
      if (logic instanceof MountainCarContinuous) {
        out.writeFloat(value.floatValue());
      } else {
        out.writeDouble(value);
      }
    }
    ((Resumable) logic).restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }

  private static List<Double> state(EnvironmentLogic logic, int size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ((Resumable) logic).save(new DataOutputStream(bytes));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    List<Double> state = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      state.add(logic instanceof MountainCarContinuous ? in.readFloat() : in.readDouble());
    }
    return state;
  }

  private static List<Row> rows(String id) throws IOException {
    try (var in =
        Objects.requireNonNull(ClassicControlTest.class.getResourceAsStream("trajectories.csv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(id + ","))
          .map(ClassicControlTest::row)
          .collect(Collectors.toList());
    }
  }

  private static Row row(String line) {
    String[] cells = line.split(",", -1);
    int end = cells.length;
    List<Double> state = Arrays.stream(cells, 4, end - 2).map(Double::valueOf).toList();
    return new Row(
        Integer.parseInt(cells[1]),
        Integer.parseInt(cells[2]),
        cells[3],
        state,
        Double.parseDouble(cells[end - 2]),
        cells[end - 1].equals("1"));
  }
}

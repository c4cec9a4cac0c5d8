package io.tradinggym.testkit;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.Environment;
import io.tradinggym.api.Gym;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.Step;
import java.util.Arrays;

/** One episode on a test market under target weights of the first asset, and what was reported after every step. */
final class MarketRun {
  final int bars;
  final double[] rewards;
  final double[] equity;
  final double[] cash;
  final double[] fees;
  final double[] carry;
  final double[] position;
  final double[] price;
  final int[] bar;
  final float[][] observations;
  final EndReason end;

  /** Which weight to ask for next; bars up to {@code bar} are over. */
  interface Choice {
    double weight(int step, int bar, double[] seenEquity);
  }

  MarketRun(MarketContract contract, TestMarket market, Terms terms, int mostSteps, Choice choice) {
    double[][] columns = new double[7][market.length() + 1];
    int[] at = new int[market.length() + 1];
    float[][] seen = new float[market.length() + 1][];
    int steps = 0;
    try (Environment env = Gym.of(() -> contract.trading(market, terms))) {
      float[] action = new float[env.actionSpace().size()];
      Reader reader = new Reader(env);
      reader.read(env.reset(1), columns, at, seen, 0);
      while (!env.ended() && steps < mostSteps) {
        contract.target(choice.weight(steps, at[steps], columns[1]), terms, action);
        steps++;
        reader.read(env.step(action), columns, at, seen, steps);
      }
      end = env.endReason();
    }
    bars = steps + 1;
    rewards = Arrays.copyOf(columns[0], bars);
    equity = Arrays.copyOf(columns[1], bars);
    cash = Arrays.copyOf(columns[2], bars);
    fees = Arrays.copyOf(columns[3], bars);
    carry = Arrays.copyOf(columns[4], bars);
    position = Arrays.copyOf(columns[5], bars);
    price = Arrays.copyOf(columns[6], bars);
    bar = Arrays.copyOf(at, bars);
    observations = Arrays.copyOf(seen, bars);
  }

  /** Finds the reported fields by name. */
  private static final class Reader {
    private final InfoField[] fields;
    private final InfoField time;

    Reader(Environment env) {
      fields = new InfoField[6];
      String[] names = {"equity", "cash", "fees", "carry", "position_0", "price_0"};
      for (int i = 0; i < names.length; i++) {
        fields[i] = field(env, names[i]);
      }
      time = field(env, "time");
    }

    private static InfoField field(Environment env, String name) {
      return env.spec().infoFields().stream()
          .filter(field -> field.name().equals(name))
          .findFirst()
          .orElseThrow(() -> new AssertionError(env.spec().id() + " must report \"" + name + "\""));
    }

    void read(Step step, double[][] columns, int[] at, float[][] seen, int t) {
      columns[0][t] = step.reward();
      for (int i = 0; i < fields.length; i++) {
        columns[i + 1][t] = step.info(fields[i]);
      }
      at[t] = (int) (step.info(time) / TestMarket.DAY);
      seen[t] = step.observation().clone();
    }
  }

  double sumOfRewards() {
    return Arrays.stream(rewards).sum();
  }

  double lastEquity() {
    return equity[bars - 1];
  }
}

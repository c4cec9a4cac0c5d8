package io.tradinggym.options.trading;

import io.tradinggym.api.Action;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Frame;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.Options;
import io.tradinggym.api.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** What an environment reports, step after step. */
final class Traces {
  private Traces() {}

  /** Plays the actions of so many steps; fields of each, in their order. */
  static List<double[]> of(
      EnvironmentLogic logic,
      RandomStream random,
      int steps,
      IntFunction<float[]> actions,
      InfoField... fields) {
    Frame frame = new Frame(new Batch(logic.spec(), 1, AutoReset.SAME_STEP));
    frame.clear();
    logic.reset(random, Options.NONE, frame);
    List<double[]> trace = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      frame.clear();
      logic.step(new Action().at(actions.apply(i), 0), random, frame);
      trace.add(
          Arrays.stream(fields)
              .mapToDouble(field -> frame.info(logic.spec().indexOf(field)))
              .toArray());
    }
    return trace;
  }
}

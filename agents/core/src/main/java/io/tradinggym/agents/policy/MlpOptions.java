package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.NetworkEngine;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import java.util.ArrayList;
import java.util.List;

/** The shape of a dense network as options. */
public final class MlpOptions {
  /** Widths of the hidden layers. */
  public static final Option<List<Integer>> HIDDEN =
      new Option<>(
              "hidden",
              listOfIntegers(),
              Mlp.SMALL.hidden(),
              "widths of the hidden layers, such as [64, 64]",
              MlpOptions::widths)
          .must("widths >= 1", widths -> widths.stream().allMatch(width -> width >= 1));

  /** What follows each hidden layer. */
  public static final Option<Activation> ACTIVATION =
      Option.choice("activation", Mlp.SMALL.activation(), "after each hidden layer");

  /** What computes. */
  public static final Option<NetworkEngine> ENGINE =
      Option.object("engine", NetworkEngine.class, NetworkEngine.SIMD, "what computes the networks")
          .withoutEffect();

  private MlpOptions() {}

  /**
   * {@return the network that options describe}
   *
   * @param options settings of an algorithm; what is not set has its default
   */
  public static Mlp of(Options options) {
    return new Mlp(options.get(HIDDEN), options.get(ACTIVATION), options.get(ENGINE));
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Lists have no class of their own by element.
  private static Class<List<Integer>> listOfIntegers() {
    return (Class<List<Integer>>) (Class) List.class;
  }

  private static List<Integer> widths(String text) {
    String inner = text.strip().replaceAll("^\\[|]$", "").strip();
    List<Integer> widths = new ArrayList<>();
    if (!inner.isEmpty()) {
      for (String width : inner.split(",", -1)) {
        String digits = width.strip();
        if (!digits.matches("[+-]?\\d{1,9}")) {
          throw new IllegalArgumentException("\"" + digits + "\" is no width");
        }
        widths.add(Integer.valueOf(digits));
      }
    }
    return List.copyOf(widths);
  }
}

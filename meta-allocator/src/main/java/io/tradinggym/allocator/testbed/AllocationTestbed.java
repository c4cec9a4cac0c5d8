package io.tradinggym.allocator.testbed;

import io.tradinggym.api.EnvironmentProvider;
import io.tradinggym.api.Option;
import io.tradinggym.api.Registration;
import java.util.List;

/** Registers {@code RegimeAllocation-v1}. */
public final class AllocationTestbed implements EnvironmentProvider {
  /** Whether there is anything to earn. */
  public static final Option<Boolean> EDGE =
      Option.flag("edge", true, "false sets all expected returns to 0: the null");

  /** Whether the exact filter is seen. */
  public static final Option<Boolean> INFORMED =
      Option.flag("informed", false, "appends the exact chances of the regimes to the observation");

  /** Cost of one way. */
  public static final Option<Double> COST =
      Option.number("cost", 5e-4, "of one way, share of what is traded, in [0, 0.1)");

  /** For {@link java.util.ServiceLoader}. */
  public AllocationTestbed() {}

  @Override
  public List<Registration> environments() {
    return List.of(
        new Registration(
            "RegimeAllocation-v1",
            "Capital among four specialists under hidden regimes; its optimum is known.",
            List.of(COST, EDGE, INFORMED),
            options -> {
              AllocationLaw law =
                  new AllocationLaw(
                      options.get(EDGE), options.get(COST), AllocationLaw.standard().bars());
              boolean informed = options.get(INFORMED);
              return () -> new RegimeAllocation(law, informed);
            }));
  }
}

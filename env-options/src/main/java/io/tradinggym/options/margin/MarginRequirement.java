package io.tradinggym.options.margin;

/**
 * What a position needs, in currency.
 *
 * @param initial to open it: margin plus what is paid for long options and shares
 * @param maintenance to keep it, at the same marks, without what was paid
 * @param proceeds received for short options, which may be applied to the initial requirement
 */
public record MarginRequirement(double initial, double maintenance, double proceeds) {
  /** {@return the cash or loan value that must be in the account to open the position: initial less proceeds} */
  public double call() {
    return initial - proceeds;
  }
}

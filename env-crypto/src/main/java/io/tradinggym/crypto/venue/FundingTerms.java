package io.tradinggym.crypto.venue;

import io.tradinggym.crypto.funding.FundingFormula;

/**
 * How a contract settles funding.
 *
 * @param formula the rate of a premium
 * @param hours between stamps; 0 where it is settled all the time
 */
public record FundingTerms(FundingFormula formula, int hours) {
  /** {@return whether funding is settled all the time} */
  public boolean continuous() {
    return hours == 0;
  }
}

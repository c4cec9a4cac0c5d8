package io.tradinggym.options.chain;

/**
 * The forward of one expiry by put-call parity.
 *
 * @param expiryDay last day, epoch day
 * @param years to expiry, >= 0
 * @param forward price of the underlying for delivery at expiry
 * @param deviation robust standard deviation of single pairs around it, in the unit of the price
 * @param pairs number of calls with puts that were used
 */
public record ImpliedForward(
    int expiryDay, double years, double forward, double deviation, int pairs) {}

package io.tradinggym.data.provider;

import java.time.LocalDate;

/**
 * An insider's purchase or sale.
 *
 * @param known the day on which it was filed
 * @param value price times shares, in the share's currency; above 0 if bought, below if sold
 */
public record InsiderTrade(LocalDate known, double value) {}

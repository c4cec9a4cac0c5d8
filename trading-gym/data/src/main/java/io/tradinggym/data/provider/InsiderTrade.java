package io.tradinggym.data.provider;

import java.time.LocalDate;

/**
 * An insider's purchase or sale.
 *
 * @param known the day on which it was filed
 * @param value money, above 0 if bought
 */
public record InsiderTrade(LocalDate known, double value) {}

/**
 * Bars from CSV files, in any of the usual layouts. {@link io.tradinggym.market.data.csv.CsvMarket} reads a folder into
 * a market; {@link io.tradinggym.market.data.csv.BarFile} reads one file and tells every {@link
 * io.tradinggym.market.data.csv.Defect} with its line; strict reading refuses defects, repair follows declared rules.
 */
@NullMarked
package io.tradinggym.market.data.csv;

import org.jspecify.annotations.NullMarked;

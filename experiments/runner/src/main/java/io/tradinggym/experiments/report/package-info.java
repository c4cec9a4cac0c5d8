/**
 * The report of a run, or of an evaluation from code: {@link io.tradinggym.experiments.report.ReportBuilder} gathers
 * what is shown into {@link io.tradinggym.experiments.report.ReportData}, which is kept beside the run as JSON; {@link
 * io.tradinggym.experiments.report.HtmlReport} writes it as one self-contained page. Charts are inline SVG, so the page
 * needs nothing from anywhere and prints.
 */
@NullMarked
package io.tradinggym.experiments.report;

import org.jspecify.annotations.NullMarked;

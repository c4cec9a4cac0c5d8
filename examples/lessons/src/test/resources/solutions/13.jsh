boolean keeps(int row, int horizon, int first, int last) {
    return row + horizon < first || row > last + horizon;
}

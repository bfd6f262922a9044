"""Step 6: from the gaps between own skills and the market to learning that fits a week and a purse."""

//! What may be asked on the command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// 客服考核：计分、等级、排名、末位预警 / scores, grades, ranks and bottom-rank warnings.
#[derive(Debug, Parser)]
#[command(name = "kaohe", version, about, long_about = None)]
pub(crate) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// 输出语言 / language of messages: zh or en; otherwise by the environment.
    #[arg(long, global = true, value_parser = ["zh", "en"])]
    pub lang: Option<String>,
    /// 文件编码 / encoding of the files, if not UTF-8 or UTF-16: gb18030 and others.
    #[arg(long, global = true)]
    pub encoding: Option<String>,
}

/// One thing to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// 检查考核方案 / check a scheme.
    Check {
        /// A scheme file.
        scheme: PathBuf,
    },
    /// 计算结果 / appraise a workbook: the result file on standard output.
    Appraise {
        /// A workbook file.
        workbook: PathBuf,
        /// 以表格显示 / a table to read instead of JSON.
        #[arg(long, conflicts_with = "explain")]
        table: bool,
        /// 说明某人的得分来历 / how one person's numbers came about.
        #[arg(long, value_name = "SUBJECT")]
        explain: Option<String>,
    },
    /// 逐行计算大量考核簿 / appraise many workbooks, one a line (NDJSON): one result a line, in the same order.
    Stream {
        /// NDJSON 文件 / NDJSON files; standard input without one, or for `-`.
        files: Vec<PathBuf>,
        /// 线程数 / how many threads appraise; otherwise one for each core.
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
        threads: Option<u16>,
    },
    /// 结果表（CSV，可用 Excel 打开）/ the results as a table that Excel opens.
    Csv {
        /// A workbook file.
        workbook: PathBuf,
    },
    /// 收集评分表 / take forms, replies and parts of a workbook in: the merged workbook on standard output.
    Merge {
        /// A workbook file.
        workbook: PathBuf,
        /// Files to take in.
        files: Vec<PathBuf>,
    },
    /// 关闭本期 / close the period: the closed workbook on standard output.
    Close {
        /// A workbook file.
        workbook: PathBuf,
        /// 关闭人 / who closes it.
        #[arg(long)]
        author: String,
        /// 日期 / when: 2026-10-31.
        #[arg(long)]
        date: String,
        /// 遗留事项照原样留下并记入 / what is still open may stay so, and is recorded.
        #[arg(long)]
        leave_open: bool,
    },
    /// 重新打开本期 / open a closed period again.
    Reopen {
        /// A closed workbook file.
        workbook: PathBuf,
        /// 打开人 / who opens it.
        #[arg(long)]
        author: String,
        /// 日期 / when.
        #[arg(long)]
        date: String,
        /// 原因 / why.
        #[arg(long)]
        reason: String,
    },
    /// 下一期的考核簿 / the next period's workbook.
    Next {
        /// A closed workbook file.
        workbook: PathBuf,
    },
    /// 核对已关闭的周期 / replay a closed period and compare.
    Verify {
        /// A closed workbook file.
        workbook: PathBuf,
    },
    /// 按标准格式写出 / a form or workbook as the engine writes it.
    Format {
        /// A form or workbook file.
        file: PathBuf,
    },
}

impl Arguments {
    /// Chinese first; English where asked for, or where the environment speaks it.
    pub(crate) fn language(&self) -> &'static str {
        match self.lang.as_deref() {
            Some("en") => "en",
            Some(_) => "zh-CN",
            None => {
                let environment =
                    ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| std::env::var(name).ok());
                if environment.is_some_and(|locale| locale.starts_with("en")) { "en" } else { "zh-CN" }
            }
        }
    }
}
